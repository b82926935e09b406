import { Environment, MeshRow } from '../../environments/environment';
import { AcmeRow, EdgeRow } from '../../model/edge';
import { Problem } from '../../model/problem';

/** What is wrong with the rows of an environment about its edge and its mesh. */
export function findProblems(_: object, { name, ingress, mesh, kubernetesMinor }: Environment): Problem[] {
  return [...findEdgeProblems(ingress), ...findMeshProblems(mesh, ingress, kubernetesMinor)].map((problem) => ({
    ...problem,
    row: ['environments', name, ...problem.row],
  }));
}

const RANGE = /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/;

function findEdgeProblems(edge: EdgeRow): Problem[] {
  switch (edge.kind) {
    case 'nginx':
      return [
        ...findIssuerProblems(edge.issuer),
        ...findCountProblems('rps', edge.rateLimit.rps),
        ...findCountProblems('burstMultiplier', edge.rateLimit.burstMultiplier),
        ...(edge.allowList === undefined ? [] : findRangeProblems('allowList', edge.allowList)),
      ];
    case 'alb':
      return findRangeProblems('subnets', edge.subnets);
    case 'gateway':
      return findIssuerProblems(edge.issuer);
  }
}

function findIssuerProblems({ email }: AcmeRow): Problem[] {
  if (/^[^@\s]+@[^@\s]+$/.test(email)) return [];
  return [{ row: ['ingress', 'issuer', 'email'], rule: 'must be an address that somebody reads', got: email }];
}

function findCountProblems(row: string, got: number): Problem[] {
  if (Number.isInteger(got) && got > 0) return [];
  return [
    { row: ['ingress', 'rateLimit', row], rule: 'must be a whole number above 0', got, cure: '0 would be no limit' },
  ];
}

function findRangeProblems(row: string, ranges: readonly string[]): Problem[] {
  if (ranges.length === 0) {
    return [{ row: ['ingress', row], rule: 'must name at least one address range', got: ranges }];
  }
  return ranges
    .filter((range) => !RANGE.test(range))
    .map((got) => ({ row: ['ingress', row], rule: "must hold address ranges such as '10.0.0.0/16'", got }));
}

/** First minor version whose sidecars end with the program of their pod. */
const NATIVE_SIDECARS = 29;

function findMeshProblems(mesh: MeshRow, edge: EdgeRow, kubernetesMinor: string): Problem[] {
  if (mesh.kind === 'none') return [];
  const problems: Problem[] = [];
  if (Number(kubernetesMinor.replace('v1.', '')) < NATIVE_SIDECARS) {
    const cure = 'no Job would ever be done beside an older sidecar';
    problems.push({
      row: ['kubernetesMinor'],
      rule: `must be at least v1.${NATIVE_SIDECARS} in a mesh`,
      got: kubernetesMinor,
      cure,
    });
  }
  if (edge.kind === 'alb') {
    const cure = 'a load balancer has no certificate of the mesh, and every service refuses it';
    problems.push({ row: ['ingress', 'kind'], rule: "must be 'nginx' or 'gateway' in a mesh", got: edge.kind, cure });
  }
  return problems;
}
