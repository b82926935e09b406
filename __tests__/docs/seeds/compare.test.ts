import { findAt, isSame } from '../../../docs/seeds/compare';
import { everywhere, gone, prod, same, SeedDocument } from '../../../docs/seeds/figure';
import { Manifest } from '../../../lib/rules/rendered-object';

const document: SeedDocument = { number: '000', title: 'A document', namespace: 'orders', sections: [] };

function deployment(name: string, namespace: string, replicas: number): Manifest {
  const annotations = { 'platform-manifests/source': 'lib/platforms/orders/config.ts services' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, annotations },
    spec: { replicas, cpu: '1' },
  };
}

const rendered = {
  dev: [deployment('api', 'orders', 1)],
  staging: [],
  prod: [deployment('api', 'orders', 3), deployment('api', 'others', 9), deployment('job-1a2b', 'orders', 4)],
};

const find = (figure: ReturnType<typeof same>) =>
  figure.places.flatMap((place) => findAt(document, figure, place, rendered));

test('a value is compared with what the document says, in each environment', () => {
  const found = find(same('replicas', 3, everywhere('Deployment/api', 'spec.replicas')));
  expect(found.map(({ environment, value, holds }) => [environment, value, holds])).toEqual([
    ['dev', '1', false],
    ['staging', undefined, false],
    ['prod', '3', true],
  ]);
});

test('an object is found in the namespace of the document, or in one that is named', () => {
  const paths = ['Deployment/api', 'others/Deployment/api', 'Deployment/job-*', 'Deployment/job'];
  const values = paths.map((path) => find(same('replicas', 3, prod(path, 'spec.replicas')))[0]?.value);
  expect(values).toEqual(['3', '9', '4', undefined]);
});

test('a name for two objects is refused', () => {
  expect(() => find(same('replicas', 3, prod('Deployment/*', 'spec.replicas')))).toThrow(
    '2 objects are Deployment/*; name one of them',
  );
});

test('gone holds where nothing stands, and nowhere else', () => {
  const found = (path: string) => find(same('none', 'none', prod('Deployment/api', path, gone)))[0]?.holds;
  expect([found('spec.none'), found('spec.replicas')]).toEqual([true, false]);
});

test('of a pattern, the first group is shown', () => {
  const [found] = find(same('replicas', 'three', prod('Deployment/api', 'spec', /"replicas":(\d)/)));
  expect(found).toMatchObject({ value: '3', holds: true, source: 'lib/platforms/orders/config.ts services' });
});

test('a quantity is the same in another unit', () => {
  expect([isSame('1000m', '1'), isSame('1024Mi', '1Gi'), isSame('1', '1Gi'), isSame('512MB', '512Mi')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
