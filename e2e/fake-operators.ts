import { Stage } from './harness/fake-kubelets';

/** Time that everything made up here takes, in milliseconds: what would not wait for it is seen not to wait. */
export const STEP_MS = 2_000;

const stage = (name: string, apiGroup: string, kind: string, spec: object): Stage => ({
  apiVersion: 'kwok.x-k8s.io/v1alpha1',
  kind: 'Stage',
  metadata: { name },
  spec: { resourceRef: { apiGroup, kind }, delay: { durationMilliseconds: STEP_MS }, ...spec },
});

const isReady = '.status.conditions.[] | select( .type == "Ready" ) | .status';

/** An operator that reports of its custom resource that all is well, and makes nothing. */
const ready = (apiGroup: string, kind: string): Stage =>
  stage(`${kind}-ready`.toLowerCase(), apiGroup, kind, {
    selector: { matchExpressions: [{ key: isReady, operator: 'NotIn', values: ['True'] }] },
    next: {
      statusTemplate: `
conditions:
- type: Ready
  status: "True"
  reason: Pretended
  message: pretended by a test
  lastTransitionTime: {{ Now | Quote }}
`,
    },
  });

const ingress = '.status.loadBalancer.ingress';
const balanced = `
loadBalancer:
  ingress:
  - ip: 192.0.2.1
`;

/** A volume for every claim, as soon as it is there: whether a pod uses it is not asked. */
const provision = `
apiVersion: v1
kind: PersistentVolume
metadata:
  name: pvc-{{ .metadata.uid }}
spec:
  accessModes:
  {{ YAML .spec.accessModes 2 }}
  capacity:
  {{ YAML .spec.resources.requests 2 }}
  persistentVolumeReclaimPolicy: Retain
  storageClassName: {{ .spec.storageClassName | Quote }}
  volumeMode: Filesystem
  claimRef:
    apiVersion: v1
    kind: PersistentVolumeClaim
    name: {{ .metadata.name | Quote }}
    namespace: {{ .metadata.namespace | Quote }}
    uid: {{ .metadata.uid | Quote }}
  hostPath:
    path: /pretended
`;

/**
 * What other programs of a cluster report, made up: external-secrets, cert-manager, a controller of Ingresses, a load
 * balancer and a provisioner of volumes. No Secret comes of it, and no pod here needs one.
 */
export const fakeOperators: readonly Stage[] = [
  ready('external-secrets.io/v1', 'ClusterSecretStore'),
  ready('external-secrets.io/v1', 'ExternalSecret'),
  ready('cert-manager.io/v1', 'ClusterIssuer'),
  ready('cert-manager.io/v1', 'Issuer'),
  ready('cert-manager.io/v1', 'Certificate'),
  stage('ingress-balanced', 'networking.k8s.io/v1', 'Ingress', {
    selector: { matchExpressions: [{ key: ingress, operator: 'DoesNotExist' }] },
    next: { statusTemplate: balanced },
  }),
  stage('service-balanced', 'v1', 'Service', {
    selector: {
      matchExpressions: [
        { key: '.spec.type', operator: 'In', values: ['LoadBalancer'] },
        { key: ingress, operator: 'DoesNotExist' },
      ],
    },
    next: { statusTemplate: balanced },
  }),
  stage('claim-provisioned', 'v1', 'PersistentVolumeClaim', {
    selector: { matchExpressions: [{ key: '.spec.volumeName', operator: 'DoesNotExist' }] },
    steps: [
      { apply: { template: provision } },
      { patch: { root: 'spec', template: 'volumeName: pvc-{{ .metadata.uid }}' } },
    ],
  }),
];
