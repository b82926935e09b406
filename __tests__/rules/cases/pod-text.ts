import { Editable, EditableBundle } from './rule-case';

/** A Pod: fields of its spec as lines of YAML, fields of its container in flow style. */
export const podText = (spec: string, container = 'image: example.com/api:1.0.0'): string => `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  ${spec === '' ? 'restartPolicy: Always' : spec}
  containers: [{ name: api, ${container} }]
`;

/** A Pod whose container has some fields beside its image. */
export const containerText = (fields: string): string => podText('', `image: example.com/api:1.0.0, ${fields}`);

/** Edits the pod of a service of ours. */
export const editPod = (bundle: EditableBundle, change: (spec: Editable) => void): void => {
  bundle.edit('Deployment', 'order-service', ({ spec }) => change(spec.template.spec));
};

/** Edits its one container. */
export const editContainer = (bundle: EditableBundle, change: (container: Editable) => void): void => {
  editPod(bundle, ({ containers }) => change(containers[0]));
};

/** Edits the pod where its namespace lets in anything: what `pod-security/namespace-levels` finds, too. */
export const editPodUnenforced = (bundle: EditableBundle, change: (spec: Editable) => void): void => {
  bundle.edit('Namespace', 'wms-platform', ({ metadata }) => {
    delete metadata.labels['pod-security.kubernetes.io/enforce'];
  });
  editPod(bundle, change);
};
