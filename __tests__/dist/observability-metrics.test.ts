import { load } from 'js-yaml';
import { environments } from '../../lib/environments';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find, pods } from './read-dist';

const configOf = (environment: (typeof ENVIRONMENTS)[number]): Any =>
  load(find(environment, 'ConfigMap', 'prometheus-config').data['prometheus.yml']);

const scraper = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'observability' } },
  podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
};

/** `namespace/workload:port` of every port. */
const withPorts = (peer: string, ports: Any[]) => ports.map(({ port }) => `${peer}:${port}`);

test.each([
  ['dev', '10Gi'],
  ['staging', '50Gi'],
  ['prod', '100Gi'],
] as const)('Prometheus of %s: one server on %s, which keeps 7 days', (environment, storage) => {
  const { spec } = find(environment, 'StatefulSet', 'prometheus');
  expect(spec.replicas).toBe(1);
  expect(spec.volumeClaimTemplates[0].spec.resources.requests.storage).toBe(storage);
  expect(configOf(environment).storage.tsdb.retention).toEqual({ time: '7d', percentage: 80 });
});

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const jobs = () => configOf(environment).scrape_configs.map((job: Any) => job.job_name as string);
  const targets = () => jobs().filter((name: string) => name.includes('/'));

  test('every job has the port of a container of exactly one workload, which its series are named after', () => {
    expect(targets().length).toBeGreaterThan(20);
    for (const job of configOf(environment).scrape_configs.filter(({ job_name }: Any) => job_name.includes('/'))) {
      const [, namespace, name, port] = /^(.+)\/(.+):(\d+)$/.exec(job.job_name) ?? [];
      expect(job.kubernetes_sd_configs).toEqual([{ role: 'pod', namespaces: { names: [namespace] } }]);
      expect(job.relabel_configs[0].regex).toBe(`${name};${port}`);
      expect(job.relabel_configs).toContainEqual({ target_label: 'job', replacement: name });
      const holders = pods(environment).filter(
        ({ owner, metadata, spec }) =>
          owner.metadata.namespace === namespace &&
          metadata.labels['app.kubernetes.io/name'] === name &&
          spec.containers.some(({ ports = [] }: Any) => ports.some((own: Any) => String(own.containerPort) === port)),
      );
      expect([job.job_name, holders.length]).toEqual([job.job_name, 1]);
    }
  });

  test('no two jobs of a namespace have the same label', () => {
    const names = targets().map((name: string) => name.replace(/:\d+$/, ''));
    expect(new Set(names).size).toBe(names.length);
  });

  test('the workloads that admit Prometheus are exactly those that it scrapes and reaches', () => {
    const policies = all(environment, 'NetworkPolicy');
    const admitted = policies.flatMap(({ metadata, spec: { podSelector, ingress = [] } }) =>
      ingress
        .filter(({ from }: Any) => JSON.stringify(from[0]) === JSON.stringify(scraper))
        .flatMap(({ ports }: Any) =>
          withPorts(`${metadata.namespace}/${podSelector.matchLabels['app.kubernetes.io/name']}`, ports),
        ),
    );
    const own = policies.find(({ metadata }) => metadata.namespace === 'observability' && metadata.name === 'prometheus');
    const reached = own.spec.egress
      .filter(({ to }: Any) => to[0].podSelector?.matchLabels['app.kubernetes.io/name'])
      .flatMap(({ to: [{ namespaceSelector, podSelector }], ports }: Any) =>
        withPorts(
          `${namespaceSelector.matchLabels['kubernetes.io/metadata.name']}/${podSelector.matchLabels['app.kubernetes.io/name']}`,
          ports,
        ),
      );
    expect(admitted.sort()).toEqual(targets().sort());
    expect(reached.sort()).toEqual(targets().sort());
  });

  test('it may list pods in exactly the namespaces of its targets', () => {
    const roles = all(environment, 'Role').filter(({ metadata }) => metadata.name === 'prometheus');
    const namespaces = new Set(targets().map((name: string) => name.split('/')[0]));
    expect(roles.map(({ metadata }) => metadata.namespace).sort()).toEqual([...namespaces].sort());
  });

  test('kubelets are scraped on the addresses of the nodes', () => {
    const { egress } = find(environment, 'NetworkPolicy', 'prometheus').spec;
    const { cidrs } = environments[environment].nodes;
    const kubelets = egress.filter(({ ports }: Any) => ports.some(({ port }: Any) => port === 10_250));
    expect(kubelets.map(({ to }: Any) => to[0].ipBlock.cidr)).toEqual(cidrs);
    expect(jobs()).toEqual(expect.arrayContaining(['cadvisor', 'kubelet', 'observability/kube-state-metrics:8080']));
  });

  test('kube-state-metrics may list what it reports on, and neither Secrets nor ConfigMaps', () => {
    const { rules } = find(environment, 'ClusterRole', 'observability-kube-state-metrics');
    expect(rules.flatMap(({ resources }: Any) => resources).sort()).toEqual([
      'cronjobs',
      'deployments',
      'horizontalpodautoscalers',
      'jobs',
      'nodes',
      'persistentvolumeclaims',
      'pods',
      'statefulsets',
    ]);
  });
});
