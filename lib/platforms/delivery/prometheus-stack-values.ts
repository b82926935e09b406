import { Column } from '../../model/environment';
import { bytes, Bytes, canonicalBytes, canonicalResources, formatBytes, Resources } from '../../model/quantity';
import { PrometheusRow } from '../observability/rows';
import { AddOnRow } from './rows';

/** What the platforms do without, or have themselves. */
const off = { enabled: false } as const;

/** Values of the chart kube-prometheus-stack that we set. */
export interface PrometheusStackValues {
  readonly crds: { readonly enabled: true };
  readonly defaultRules: { readonly create: false };
  readonly alertmanager: typeof off;
  readonly grafana: typeof off;
  readonly nodeExporter: typeof off;
  readonly coreDns: typeof off;
  readonly kubeApiServer: typeof off;
  readonly kubeControllerManager: typeof off;
  readonly kubeEtcd: typeof off;
  readonly kubeProxy: typeof off;
  readonly kubeScheduler: typeof off;
  readonly kubelet: { readonly enabled: true };
  readonly kubeStateMetrics: { readonly enabled: true };
  readonly prometheusOperator: {
    readonly resources: Resources;
    readonly admissionWebhooks: typeof off;
    readonly tls: typeof off;
  };
  readonly prometheus: {
    readonly prometheusSpec: {
      readonly replicas: 1;
      readonly resources: Resources;
      readonly scrapeInterval: string;
      readonly scrapeTimeout: string;
      readonly evaluationInterval: string;
      readonly retention: string;
      readonly retentionSize: string;
      readonly podMonitorSelector: Selector;
      readonly ruleSelector: Selector;
      readonly storageSpec: { readonly volumeClaimTemplate: { readonly spec: object } };
    };
  };
}

interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** What the environment says of its operator and of its volumes. */
export interface PrometheusStackSurroundings {
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly storageClass: string;
}

/** The operator, and one Prometheus with the figures of ours, which reads the monitors and rules that are rendered. */
export function prometheusStackValues(
  { resources }: Pick<AddOnRow, 'resources'>,
  prometheus: Column<PrometheusRow>,
  { selectorLabels, storageClass }: PrometheusStackSurroundings,
): PrometheusStackValues {
  const { scrapeInterval, scrapeTimeout, evaluationInterval, retention, storage } = prometheus;
  const selector: Selector = { matchLabels: { ...selectorLabels } };
  return {
    crds: { enabled: true },
    defaultRules: { create: false },
    alertmanager: off,
    grafana: off,
    nodeExporter: off,
    coreDns: off,
    kubeApiServer: off,
    kubeControllerManager: off,
    kubeEtcd: off,
    kubeProxy: off,
    kubeScheduler: off,
    kubelet: { enabled: true },
    kubeStateMetrics: { enabled: true },
    // A webhook would come with Jobs of Helm that make its certificate; what it would refuse, rules refuse before.
    prometheusOperator: { resources: canonicalResources(resources), admissionWebhooks: off, tls: off },
    prometheus: {
      prometheusSpec: {
        replicas: 1,
        resources: canonicalResources(prometheus.resources),
        scrapeInterval,
        scrapeTimeout,
        evaluationInterval,
        retention: retention.time,
        retentionSize: `${formatBytes(shareOf(storage, retention.percent))}B`,
        podMonitorSelector: selector,
        ruleSelector: selector,
        storageSpec: {
          volumeClaimTemplate: {
            spec: {
              storageClassName: storageClass,
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: canonicalBytes(storage) } },
            },
          },
        },
      },
    },
  };
}

/** A share of a volume, in whole mebibytes. */
function shareOf(storage: Bytes, percent: number): number {
  const mebibyte = 1024 ** 2;
  return Math.floor((bytes(storage) * percent) / 100 / mebibyte) * mebibyte;
}
