import { View } from '../object-index';
import { Manifest } from '../rendered-object';
import { chartNamespaces } from '../views/chart-namespaces';
import { DEFAULT_NAMESPACE } from '../views/network-policies';
import { LabelSelector } from '../views/selectors';

/** Labels that only pods of operators have, or that controllers set pod by pod. */
const SET_ON_PODS = [
  /^acme\.cert-manager\.io\//,
  /(?:^|[./])(?:cnpg|strimzi|elastic|crunchydata|zalan|percona|mongodb|rabbitmq|argoproj|knative)\b/,
  /^(?:tekton\.dev|operator\.prometheus\.io|workflows\.argoproj\.io|spark-role|cluster-name)(?:\/|$)/,
  /^(?:statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|pod-template-hash)$/,
  /^(?:controller-revision-hash|(?:batch\.kubernetes\.io\/)?(?:controller-uid|job-name|job-completion-index))$/,
  /^(?:security\.istio\.io|service\.istio\.io|istio\.io|linkerd\.io|topology\.kubernetes\.io)\//,
];

/** Groups of custom resources that make no pods of their own. */
const PODLESS_GROUPS =
  /(?:^|\.)(?:k8s\.io|cert-manager\.io|external-secrets\.io|bitnami\.com|istio\.io|konghq\.com|traefik\.io|containo\.us|cilium\.io|projectcalico\.org|kyverno\.io|nginx\.org|linkerd\.io)$/;

/** Kinds of other groups that make no pods, either. */
const PODLESS_KINDS = new Set([
  ...['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Probe', 'ScrapeConfig', 'AlertmanagerConfig'],
  ...['Application', 'ApplicationSet', 'AppProject', 'ScaledObject', 'TriggerAuthentication'],
]);

/** Whether pods that a selector asks for may be there without standing in the bundle: somebody else makes them. */
export const unseenPodsIn: View<(namespace: string, selector: LabelSelector) => boolean> = (index) => {
  const makers = index.objects.filter(({ manifest }) => makesPods(manifest));
  const namespaces = new Set([
    ...makers.map(({ manifest }) => manifest.metadata.namespace ?? DEFAULT_NAMESPACE),
    ...index.view(chartNamespaces),
  ]);
  return (namespace, { matchLabels = {}, matchExpressions = [] }) => {
    const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
    return namespaces.has(namespace) || keys.some((key) => SET_ON_PODS.some((pattern) => pattern.test(key)));
  };
};

function makesPods({ apiVersion, kind }: Manifest): boolean {
  if (kind === 'ReplicationController' || kind === 'PodTemplate') return true;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return group.includes('.') && !PODLESS_GROUPS.test(group) && !PODLESS_KINDS.has(kind);
}
