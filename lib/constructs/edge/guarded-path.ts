import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { AlbEdge, GuardRow, NginxEdge } from '../../model/edge';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { edgeAnnotations, guardAnnotations } from './edge-annotations';
import { certificateOf } from './public-host';

/** Properties for `GuardedPath`. */
export interface GuardedPathProps {
  readonly namespace: string;

  /** How requests come into the cluster. */
  readonly edge: NginxEdge | AlbEdge;

  /** Full host name, which a `PublicHost` of the same Service opens. */
  readonly host: string;

  /** Name of the Ingress. */
  readonly name: string;

  /** Name of the Service behind it. */
  readonly service: string;

  /** Name of the Service's port. */
  readonly portName: string;

  /** Begin of the paths that are guarded. */
  readonly path: `/${string}`;

  /** Who is let in. */
  readonly guard: GuardRow;

  /**
   * Full name of the Service: `orders.shop.svc.cluster.local`, where the controller is part of a mesh.
   *
   * @default - no mesh
   */
  readonly upstreamHost?: string;
}

/** Annotations by which cert-manager makes a certificate. */
const ASKS = /^cert-manager\.io\//;

const RANGE = /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/;

/**
 * A path of a public host that only some may reach: an Ingress of its own, since annotations are about all of one.
 *
 * It uses the certificate of the host, and does not ask for one: two Ingresses would quarrel over it.
 */
export class GuardedPath extends Construct {
  constructor(scope: Construct, id: string, props: GuardedPathProps) {
    super(scope, id);
    this.node.addValidation({ validate: () => findProblems(props) });
    const { namespace, edge, host, name, service, portName, path, guard, upstreamHost } = props;
    const annotations = Object.entries(edgeAnnotations(edge, upstreamHost)).filter(([name]) => !ASKS.test(name));
    const secret = edge.kind === 'nginx' ? { secretName: certificateOf(service) } : {};
    const backend = { service: { name: service, port: { name: portName } } };
    new KubernetesObject(this, 'Ingress', k8s.KubeIngress, {
      metadata: {
        ...objectMeta(namespace, name),
        annotations: { ...Object.fromEntries(annotations), ...guardAnnotations(edge, guard, service) },
      },
      spec: {
        ingressClassName: edge.className,
        tls: [{ hosts: [host], ...secret }],
        rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
      },
    });
  }
}

function findProblems({ edge, path, guard }: GuardedPathProps): string[] {
  if (guard.kind === 'external-auth') {
    return edge.kind === 'nginx'
      ? []
      : [
          `guard of ${path} must be an allow-list, got ${guard.kind}; a load balancer of AWS asks nobody about a request`,
        ];
  }
  const { cidrs } = guard;
  const problems = cidrs.length === 0 ? [`guard of ${path} must name at least one address range, got none`] : [];
  const odd = cidrs.filter((cidr) => !RANGE.test(cidr) || cidr.endsWith('/0'));
  return [
    ...problems,
    ...odd.map(
      (cidr) => `guard of ${path} must hold address ranges such as 10.0.0.0/16 and not all of them, got ${cidr}`,
    ),
  ];
}
