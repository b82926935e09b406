import { Any, distOf } from './read-dist';

const nameOf = ({ kind, metadata }: Any) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

test('staging and prod define the same objects', () => {
  const names = (environment: 'staging' | 'prod') =>
    distOf(environment).map(({ object }) => nameOf(object).replace(/-[0-9a-f]{8}$/, '')).sort();
  expect(names('prod').length).toBeGreaterThan(150);
  expect(names('prod')).toEqual(names('staging'));
});

test('staging and prod differ in scale, sizes, hosts, identities and who may read, and in nothing else', () => {
  const allowed =
    /^\/(?:spec\/(?:min|max|)[rR]eplicas|spec\/hard\/.*|spec\/volumeClaimTemplates\/\d+\/spec\/resources\/requests\/storage|spec\/template\/metadata\/annotations\/checksum~1.*|spec\/data\/\d+\/remoteRef\/key|spec\/rules\/\d+\/host|spec\/tls\/\d+\/hosts\/\d+|subjects\/\d+.*|data\/ENVIRONMENT|metadata\/annotations\/cert-manager.*|spec\/template\/spec\/containers\/0\/env\/\d+\/value|spec\/template\/spec\/containers\/0\/args\/\d+)$/;
  const other = new Map(distOf('staging').map(({ object }) => [nameOf(object), object]));
  const changed = distOf('prod').flatMap(({ object }) => differences(object, other.get(nameOf(object)), '').map((path) => `${nameOf(object)} ${path}`));
  expect(changed.length).toBeGreaterThan(20);
  expect(changed.filter((line) => !allowed.test(line.split(' ').pop() ?? ''))).toEqual([]);
});

/** Paths at which two values differ. */
function differences(a: Any, b: Any, path: string): string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], `${path}/${key.replaceAll('/', '~1')}`));
}
