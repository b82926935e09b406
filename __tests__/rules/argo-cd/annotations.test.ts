import { integerWaves, knownHooks } from '../../../lib/rules/argo-cd/annotations';
import { lastingHooks } from '../../../lib/rules/argo-cd/jobs';
import { agreeingSyncOptions, knownSyncOptions } from '../../../lib/rules/argo-cd/sync-options';
import { judgeText } from '../judge-text';

const object = (kind: string, annotations: string, spec = '{}') => `
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'v1'}
kind: ${kind}
metadata: { name: it, namespace: shop, annotations: { ${annotations} } }
spec: ${spec}
`;

const AT = 'metadata.annotations["argocd.argoproj.io/';

test.each(["'0'", "'-5'", "'+3'", '7'])('wave %s is a whole number', (wave) => {
  expect(judgeText(integerWaves, object('Job', `argocd.argoproj.io/sync-wave: ${wave}`))).toEqual([]);
});

test.each(['', '1.5', '1e3', 'one', ' 1'])("wave '%s' is none", (wave) => {
  expect(judgeText(integerWaves, object('Job', `argocd.argoproj.io/sync-wave: '${wave}'`))).toEqual([
    `${AT}sync-wave"]: sync wave must be a whole number, got '${wave}'`,
  ]);
});

test('every word of a list of hooks is looked at', () => {
  const annotations = "argocd.argoproj.io/hook: 'PreSync, Sync,Postsync', argocd.argoproj.io/hook-delete-policy: Never";
  expect(judgeText(knownHooks, object('Job', annotations))).toEqual([
    `${AT}hook"]: hook must be one of PreSync, Sync, PostSync, SyncFail, PreDelete, PostDelete, Skip, got 'Postsync'`,
    `${AT}hook-delete-policy"]: hook delete policy must be one of HookSucceeded, HookFailed, BeforeHookCreation, got 'Never'`,
  ]);
});

test('hooks of Helm have words of their own', () => {
  expect(judgeText(knownHooks, object('Job', 'helm.sh/hook: "pre-install,pre-upgrade"'))).toEqual([]);
});

test('an option of an Application is none of an object', () => {
  const annotations = "argocd.argoproj.io/sync-options: 'CreateNamespace=true,Prune=false'";
  expect(judgeText(knownSyncOptions, object('Deployment', annotations))).toEqual([
    `${AT}sync-options"]: sync option must be one that Argo CD knows, got 'CreateNamespace=true'`,
  ]);
});

test('an option has the values that Argo CD knows', () => {
  const annotations = 'argocd.argoproj.io/sync-options: PruneLast=yes';
  expect(judgeText(knownSyncOptions, object('Deployment', annotations))).toEqual([
    `${AT}sync-options"]: sync option PruneLast must be true or false, got 'yes'`,
  ]);
});

test('Replace may stand on a large object, and Force on a Job', () => {
  const replace = object('CustomResourceDefinition', 'argocd.argoproj.io/sync-options: Replace=true');
  const force = object('Job', "argocd.argoproj.io/sync-options: 'Force=true,Replace=true'");
  expect(judgeText(agreeingSyncOptions, `${replace}---${force}`)).toEqual([]);
});

test.each(['Namespace', 'PersistentVolumeClaim', 'StatefulSet'])('Force on a %s deletes data', (kind) => {
  expect(judgeText(agreeingSyncOptions, object(kind, 'argocd.argoproj.io/sync-options: Force=true'))).toEqual([
    `${AT}sync-options"]: sync option Force=true must not stand on a ${kind}, got it on it`,
  ]);
});

test('a hook must outlive the look at it, and any other Job is none', () => {
  const spec = (seconds: number) => `{ ttlSecondsAfterFinished: ${seconds} }`;
  const hook = 'argocd.argoproj.io/hook: Sync';
  expect(judgeText(lastingHooks, object('Job', hook, spec(599)))).toEqual([
    'spec.ttlSecondsAfterFinished: hook it must live for at least 600 seconds after its end, got 599',
  ]);
  expect(judgeText(lastingHooks, object('Job', hook, spec(600)))).toEqual([]);
  expect(judgeText(lastingHooks, object('Job', 'helm.sh/hook: pre-install', spec(60)))).toHaveLength(1);
  expect(judgeText(lastingHooks, object('Job', 'example.com/owner: me', spec(60)))).toEqual([]);
});
