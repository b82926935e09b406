import { serviceAccountExists } from '../../../lib/rules/references/missing-objects';
import { saysOf } from '../network/yaml';

const binding = (namespace: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: system:controller:cloud-node }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:cloud-node }
subjects: [{ kind: ServiceAccount, name: cloud-node-controller, namespace: ${namespace} }]
`;

test('accounts of controllers of the server are in kube-system without anybody writing them', () => {
  expect(saysOf(serviceAccountExists, binding('kube-system'))).toEqual([]);
  expect(saysOf(serviceAccountExists, binding('shop'))).toEqual([
    "ServiceAccount 'cloud-node-controller' must exist, got none in namespace shop",
  ]);
});
