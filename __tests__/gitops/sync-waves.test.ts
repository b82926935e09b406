import { ApiObject, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SyncWaves } from '../../lib/gitops/sync-waves';

const object = (scope: Construct, id: string) => new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap' });

/** A chart with one object `x` in each construct that is named. */
function define<K extends string>(...names: K[]) {
  const chart = new Chart(new App(), 'chart');
  const constructs = Object.fromEntries(names.map((name) => [name, new Construct(chart, name)])) as Record<
    K,
    Construct
  >;
  const objects = Object.fromEntries(names.map((name) => [name, object(constructs[name], 'x')])) as Record<
    K,
    ApiObject
  >;
  return { chart, constructs, objects };
}

test('what depends on nothing is applied first', () => {
  const { objects } = define('store');
  expect(new SyncWaves().waveOf(objects.store)).toBe(0);
});

test('a consumer comes after its producer, through the constructs that hold them', () => {
  const { constructs, objects } = define('secret', 'store', 'job', 'service');
  constructs.service.node.addDependency(constructs.job, constructs.store);
  constructs.job.node.addDependency(constructs.store);
  constructs.store.node.addDependency(constructs.secret);
  const waves = new SyncWaves();
  expect(Object.values(objects).map((each) => waves.waveOf(each))).toEqual([0, 1, 2, 3]);
});

test('a consumer waits for the last object of its producer', () => {
  const { constructs, objects } = define('secret', 'store', 'service');
  const late = object(constructs.store, 'late');
  late.node.addDependency(constructs.secret);
  constructs.service.node.addDependency(constructs.store);
  const waves = new SyncWaves();
  expect([objects.store, late, objects.service].map((each) => waves.waveOf(each))).toEqual([0, 1, 2]);
});

test('fails for a circle, and names it', () => {
  const { constructs, objects } = define('a', 'b');
  constructs.a.node.addDependency(constructs.b);
  constructs.b.node.addDependency(constructs.a);
  expect(() => new SyncWaves().waveOf(objects.a)).toThrow(
    'dependencies must not run in a circle, got chart/a/x -> chart/a -> chart/b/x -> chart/b -> chart/a/x',
  );
});
