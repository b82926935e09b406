import { ChartSource } from '../gitops/chart-release';
import { GroupKind } from '../gitops/delivered-content';
import { ImageRow } from '../model/image';

/** A chart that a store can be made by, with the images that its own tags no longer name. */
export interface ChartRow extends ChartSource {
  readonly images: Readonly<Record<string, ImageRow>>;
}

const core = (kind: string): GroupKind => ({ group: '', kind });
const apps = (kind: string): GroupKind => ({ group: 'apps', kind });
const budget: GroupKind = { group: 'policy', kind: 'PodDisruptionBudget' };

const BITNAMI = 'registry-1.docker.io/bitnamicharts';

// Values are written for these versions (docs/decisions/0075). Bitnami's images moved away from the names in its charts
// and are not patched any more; a bot has nothing to raise here.
// prettier-ignore
export const charts = {
  mongodb: {
    chart: 'mongodb', repository: BITNAMI, version: '16.5.45',
    images: {
      server:   { repository: 'docker.io/bitnamilegacy/mongodb',          tag: '8.0.13-debian-12-r0' },
      exporter: { repository: 'docker.io/bitnamilegacy/mongodb-exporter', tag: '0.47.0-debian-12-r1' },
    },
    clusterKinds: [],
    namespacedKinds: [core('ConfigMap'), core('Service'), core('ServiceAccount'), apps('StatefulSet'), budget],
  },
  kafka: {
    chart: 'kafka', repository: BITNAMI, version: '32.4.3',
    images: {
      server:   { repository: 'docker.io/bitnamilegacy/kafka',        tag: '4.0.0-debian-12-r10' },
      jmxAgent: { repository: 'docker.io/bitnamilegacy/jmx-exporter', tag: '1.4.0-debian-12-r0' },
    },
    clusterKinds: [],
    namespacedKinds: [core('ConfigMap'), core('Secret'), core('Service'), core('ServiceAccount'), apps('StatefulSet'), budget],
  },
  temporal: {
    chart: 'temporal', repository: 'https://go.temporal.io/helm-charts', version: '1.6.0',
    images: {},
    clusterKinds: [],
    namespacedKinds: [core('ConfigMap'), core('Service'), apps('Deployment'), budget],
  },
} as const satisfies Record<string, ChartRow>;
