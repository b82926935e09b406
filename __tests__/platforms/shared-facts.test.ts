import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { findSharedFacts } from '../../lib/platforms/cluster/shared-facts';
import { formatProblem } from '../../lib/model/problem';

const { dev, staging, prod } = environments;

/** Messages about staging with some facts changed, beside the other clusters. */
function messages(facts: Partial<Environment>, others: readonly Environment[] = Object.values(environments)): string[] {
  return findSharedFacts({ ...staging, ...facts }, others).map((problem) => formatProblem(problem, {}, 'staging'));
}

test('no two clusters of ours share a domain, a bucket or a place for secrets', () => {
  for (const environment of Object.values(environments)) {
    expect(findSharedFacts(environment, Object.values(environments))).toEqual([]);
  }
});

test.each<[string, Partial<Environment>, string]>([
  [
    'a domain',
    { domain: prod.domain },
    "environments.staging.domain: must be of this cluster alone, got 'example.com'; prod has it, and a public host leads to one cluster only",
  ],
  [
    'a bucket',
    { objectStorage: { ...staging.objectStorage, bucket: prod.objectStorage.bucket } },
    "environments.staging.objectStorage.bucket: must be of this cluster alone, got 'platform-backups-prod'; prod has it, and each would delete the backups of the other",
  ],
  [
    'a place for secrets',
    { secretStore: prod.secretStore },
    "environments.staging.secretStore.prefix: must be of this cluster alone, got 'prod/'; prod has it, and a password that leaks from one would open the other",
  ],
])('%s of another cluster is refused', (_, facts, message) => {
  expect(messages(facts)).toEqual([message]);
});

test('a bucket that nothing is written to may be named twice', () => {
  const objectStorage = { ...prod.objectStorage, hasKeys: false };
  expect(messages({ objectStorage })).toEqual([]);
});

test('secrets that each cluster makes for itself are not shared, and one prefix in two regions is two places', () => {
  expect(messages({ secretStore: dev.secretStore })).toEqual([]);
  const secretStore = { ...prod.secretStore, region: 'us-east-1' } as Environment['secretStore'];
  expect(messages({ secretStore })).toEqual([]);
});

test('a path of one Vault is a place, too', () => {
  const vault: Environment['secretStore'] = {
    kind: 'vault',
    server: 'https://vault.example.com',
    path: 'secret',
    prefix: 'shared',
    role: 'external-secrets',
    serviceAccount: { namespace: 'external-secrets', name: 'external-secrets' },
  };
  const others = [{ ...prod, secretStore: vault }];
  expect(messages({ secretStore: vault }, others)).toEqual([expect.stringContaining("got 'shared'; prod has it")]);
  expect(messages({ secretStore: { ...vault, path: 'other' } }, others)).toEqual([]);
});
