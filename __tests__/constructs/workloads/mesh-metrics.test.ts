import { Testing } from 'cdk8s';
import { PlatformNamespace } from '../../../lib/constructs/platform-namespace';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { fixed } from '../../../lib/model/scale';
import { objectsOf, SMALL } from '../support';

const scraper = { namespace: 'watch', labels: { app: 'scraper' } };

function define() {
  const chart = Testing.chart();
  const namespace = new PlatformNamespace(chart, 'shop', {
    dns: { peer: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }, ports: [{ port: 53 }], after: [] },
    podSecurityVersion: 'v1.29',
    quotaHeadroomPercent: 0,
    containerDefaults: SMALL,
    containerMax: { cpu: '4', memory: '8Gi' },
    readers: [],
    mesh: { revision: 'a', controlPlane: { namespace: 'mesh', labels: { app: 'istiod' } }, proxy: SMALL },
  });
  const workload = new StatelessWorkload(chart, 'api', {
    namespace,
    component: 'service',
    scale: fixed(1),
    minReady: '1s',
    progressDeadline: '60s',
    pod: { user: 1, group: 1, terminationGrace: '5s', priorityClassName: 'p', containers: [] },
  });
  return { workload, find: objectsOf(chart) };
}

test('a workload that is not scraped tells its sidecar of no metrics', () => {
  const { find } = define();
  expect(JSON.stringify(find('Deployment'))).not.toContain('prometheus.io');
});

test('two ports with metrics are refused in a mesh, for a sidecar merges one', () => {
  const { workload } = define();
  workload.admitScraper(scraper, { port: 9090 });
  expect(workload.node.validate()).toEqual([]);
  workload.admitScraper(scraper, { port: 9091 });
  expect(workload.node.validate()).toEqual([
    'metrics of api must come from one port in a mesh, got 9090 and 9091; a sidecar merges one',
  ]);
});
