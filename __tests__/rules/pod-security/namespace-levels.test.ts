import { admitted } from '../../../lib/rules/pod-security/admitted';
import { namespaceLevels } from '../../../lib/rules/pod-security/namespace-levels';
import { judge } from './judge-by-name';
import { messagesOf } from '../messages-of';
import { object } from '../object';
import { deployment, namespace } from '../pod';

test('who labels a namespace privileged is not told about it', () => {
  const pod = deployment({ hostNetwork: true });
  expect(judge('host-namespaces', namespace('privileged'), pod)).toEqual([]);
  expect(judge('non-root', namespace('privileged'), pod)).toEqual([]);
  expect(judge('host-namespaces', namespace('baseline'), pod)).toHaveLength(1);
});

test('where restricted is enforced, one rule speaks, and says that the pod is refused', () => {
  const pod = deployment(
    { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
    {
      securityContext: { allowPrivilegeEscalation: false },
    },
  );
  expect(judge('dropped-capabilities', namespace('restricted'), pod)).toEqual([]);
  expect(messagesOf(admitted, [namespace('restricted'), pod])).toEqual([
    `spec.template.spec.containers[0]: namespace 'a' enforces restricted: container 'api' must drop all capabilities, got none`,
  ]);
});

test('namespaces of Kubernetes itself and those with any level are not found', () => {
  const plain = (name: string) => object({ kind: 'Namespace', metadata: { name } });
  expect(messagesOf(namespaceLevels, [plain('kube-system'), namespace('privileged')])).toEqual([]);
  expect(messagesOf(namespaceLevels, [plain('shop')])).toEqual([
    "namespace 'shop' must enforce a Pod Security level, got none",
  ]);
});

test('what runs the nodes may do what it needs in kube-system, unless that namespace says a level', () => {
  const agent = deployment({ hostNetwork: true }, {}, 'agent', 'kube-system');
  const labels = { 'pod-security.kubernetes.io/enforce': 'baseline' };
  const said = object({ kind: 'Namespace', metadata: { name: 'kube-system', labels } });
  expect(judge('host-namespaces', agent)).toEqual([]);
  expect(judge('host-namespaces', agent, said)).toHaveLength(1);
});
