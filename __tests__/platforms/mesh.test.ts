import { Environment } from '../../lib/environments/environment';
import { Any } from '../dist/read-dist';
import { allOf, nameOf } from '../objects';
import { meshed } from './profiles';
import { renderWith } from './rendered';

const on = renderWith(meshed);
const off = renderWith({ kubernetesMinor: meshed.kubernetesMinor });
const workloads = allOf(on.objects, 'Deployment', 'StatefulSet', 'Job');
const namespaces = allOf(on.objects, 'Namespace')
  .map(({ metadata }) => metadata.name)
  .sort();

/** Whether an object has the name and the namespace of a workload. */
const isOf = (workload: { name: string; namespace: { name: string } }, { metadata }: Any): boolean =>
  metadata.name === workload.name && metadata.namespace === workload.namespace.name;

test('every namespace joins the revision, and admits nothing without mutual TLS', () => {
  expect(namespaces).toEqual([
    'kafka',
    'mes-production',
    'mongodb',
    'observability',
    'onboarding',
    'order-platform',
    'temporal',
    'wms-platform',
  ]);
  allOf(on.objects, 'Namespace').forEach(({ metadata }) => expect(metadata.labels['istio.io/rev']).toBe('1-27'));
  const policies = allOf(on.objects, 'PeerAuthentication').filter(({ metadata }) => metadata.name !== 'acme-solver');
  expect(policies.map(({ metadata }) => metadata.namespace).sort()).toEqual(namespaces);
  policies.forEach(({ metadata, spec }) => {
    expect([metadata.name, spec]).toEqual(['default', { mtls: { mode: 'STRICT' } }]);
  });
});

test('every pod may reach the control plane, and has a sidecar of a known size that ends with it', () => {
  expect(workloads.length).toBeGreaterThan(25);
  for (const { metadata, spec } of workloads) {
    expect(spec.template.metadata.annotations).toMatchObject({
      'sidecar.istio.io/nativeSidecar': 'true',
      'sidecar.istio.io/proxyCPU': '50m',
      'sidecar.istio.io/proxyCPULimit': '500m',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '256Mi',
    });
    const name = spec.template.metadata.labels['app.kubernetes.io/name'];
    const policy = allOf(on.objects, 'NetworkPolicy').find(
      (candidate) => candidate.metadata.namespace === metadata.namespace && candidate.metadata.name === name,
    );
    const rule = policy.spec.egress.find(({ to }: Any) => to[0].podSelector?.matchLabels.app === 'istiod');
    expect(rule).toEqual({
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } },
          podSelector: { matchLabels: { app: 'istiod', 'istio.io/rev': '1-27' } },
        },
      ],
      ports: [{ port: 15012, protocol: 'TCP' }],
    });
  }
});

test('metrics are taken from the sidecar, which takes them from the program', () => {
  expect(on.telemetry.targets.length).toBeGreaterThan(10);
  expect(on.telemetry.targets.map(({ workload }) => workload.name)).toEqual(
    off.telemetry.targets.map(({ workload }) => workload.name),
  );
  on.telemetry.targets.forEach(({ workload, port, path }, index) => {
    expect([port, path]).toEqual([15020, '/stats/prometheus']);
    const owner = workloads.find((candidate) => isOf(workload, candidate));
    const direct = off.telemetry.targets[index];
    expect(owner.spec.template.metadata.annotations).toMatchObject({
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': String(direct?.port),
      'prometheus.io/path': direct?.path ?? '/metrics',
    });
    const policy = allOf(on.objects, 'NetworkPolicy').find((candidate) => isOf(workload, candidate));
    const rule = policy.spec.ingress.find(
      ({ from }: Any) => from[0].podSelector?.matchLabels['app.kubernetes.io/name'] === 'prometheus',
    );
    expect(rule.ports).toEqual([{ port: 15020, protocol: 'TCP' }]);
  });
});

test('only the pods that answer an authority are asked without mutual TLS, on their port', () => {
  const exceptions = allOf(on.objects, 'PeerAuthentication').filter(({ spec }) => spec.portLevelMtls);
  expect(exceptions.map(({ metadata }) => metadata.namespace).sort()).toEqual([
    'onboarding',
    'order-platform',
    'wms-platform',
  ]);
  for (const { spec } of exceptions) {
    expect(spec).toEqual({
      selector: { matchLabels: { 'acme.cert-manager.io/http01-solver': 'true' } },
      mtls: { mode: 'STRICT' },
      portLevelMtls: { 8089: { mode: 'PERMISSIVE' } },
    });
  }
});

test('quotas have room for the sidecars', () => {
  const quota = (objects: Any[], name: string) =>
    allOf(objects, 'ResourceQuota').find(({ metadata }) => metadata.name === name).spec.hard;
  const cores = (text: string) => Number(text.replace(/m$/, '')) / (text.endsWith('m') ? 1000 : 1);
  const [meshed, plain] = [quota(on.objects, 'wms-platform'), quota(off.objects, 'wms-platform')];
  const pods = Number(plain.pods);
  expect(meshed.pods).toBe(plain.pods);
  expect(cores(meshed['limits.cpu']) - cores(plain['limits.cpu'])).toBeGreaterThan(0.5 * (pods / 1.1 - 4));
  expect(cores(meshed['limits.cpu']) - cores(plain['limits.cpu'])).toBeLessThan(0.5 * (pods + 1));
});

test('the controller of Ingresses sends by the name of the Service, which the mesh has a certificate for', () => {
  const [ingress] = allOf(on.objects, 'Ingress');
  expect(ingress.metadata.annotations).toMatchObject({
    'nginx.ingress.kubernetes.io/service-upstream': 'true',
    'nginx.ingress.kubernetes.io/upstream-vhost': 'order-service.wms-platform.svc.cluster.local',
  });
});

test('without a mesh nothing of it is rendered, and no object more or less', () => {
  expect(JSON.stringify(off.objects)).not.toMatch(/istio|15012|15020|prometheus\.io|upstream-vhost/);
  const names = (objects: Any[]) =>
    objects
      .filter(({ kind }) => kind !== 'PeerAuthentication')
      .map((object) => nameOf(object).replace(/-[0-9a-f]{8}$/, ''));
  expect(names(on.objects)).toEqual(names(off.objects));
});

test('a mesh on a cluster whose sidecars outlive a Job is refused', () => {
  expect(renderWith({ mesh: meshed.mesh }).problems).toEqual([
    "environments.staging.kubernetesMinor: must be at least v1.29 in a mesh, got 'v1.28'; no Job would ever be done beside an older sidecar",
  ]);
});

test('a mesh behind a load balancer that is no part of it is refused', () => {
  const ingress: Environment['ingress'] = {
    kind: 'alb',
    className: 'alb',
    group: 'public',
    scheme: 'internal',
    webAclArn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/public/a1b2',
    healthCheckPath: '/ready',
    subnets: ['10.20.1.0/24'],
  };
  expect(renderWith({ ...meshed, ingress }).problems).toEqual([
    "environments.staging.ingress.kind: must be 'nginx' or 'gateway' in a mesh, got 'alb'; a load balancer has no certificate of the mesh, and every service refuses it",
  ]);
});
