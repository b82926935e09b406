import { installCrds } from './crds';
import { forAllTests } from './for-all-tests';
import { startKubernetes } from './kubernetes';
import { VERSIONS } from './versions';

const CONFIG_MAP = `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: default }
data: { mode: fast }
`;

const SECRET_STORE = `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: fake }
spec: { provider: { fake: { data: [{ key: password, value: secret }] } } }
`;

const JOB = `
apiVersion: batch/v1
kind: Job
metadata: { name: once, namespace: default }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: registry.example/once:1.0.0 }]
`;

describe.each(Object.values(VERSIONS.kubernetes))('Kubernetes %s', (version) => {
  const kubernetes = forAllTests(() => startKubernetes({ version }), 25);
  const apply = (manifest: string) => kubernetes().kubectl(['apply', '--server-side', '-f', '-'], manifest);

  test('says its version', async () => {
    expect(await kubernetes().kubectl(['version'])).toContain(`Server Version: v${version}`);
  });

  test('a second apply of a ConfigMap changes nothing', async () => {
    const revision = () =>
      kubernetes().kubectl(['get', 'configmap', 'settings', '-o', 'jsonpath={.metadata.resourceVersion}']);
    await apply(CONFIG_MAP);
    const first = await revision();
    await apply(CONFIG_MAP);
    expect(await revision()).toBe(first);
  });

  test('fails for a field that does not exist', async () => {
    await expect(apply(`${CONFIG_MAP}dota: {}\n`)).rejects.toThrow('.dota: field not declared in schema');
  });

  test('takes a custom resource once its CRDs are installed', async () => {
    await installCrds(kubernetes());
    expect(await apply(SECRET_STORE)).toBe('clustersecretstore.external-secrets.io/fake serverside-applied\n');
  }, 120_000);
});

describe('a whole control plane', () => {
  const version = VERSIONS.kubernetes.newest;
  const kubernetes = forAllTests(() => startKubernetes({ version, controllerManager: true, scheduler: true }), 25);

  test('makes the pod of a Job', async () => {
    await kubernetes().kubectl(['apply', '--server-side', '-f', '-'], JOB);
    const pod = ['pod', '-l', 'job-name=once'];
    await kubernetes().kubectl(['wait', '--for=create', '--timeout=30s', ...pod]);
    const unschedulable = '--for=jsonpath={.status.conditions[0].reason}=Unschedulable'; // there are no nodes
    expect(await kubernetes().kubectl(['wait', unschedulable, '--timeout=30s', ...pod])).toContain('condition met');
  }, 60_000);
});
