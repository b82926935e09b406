import { EnvironmentName, ENVIRONMENTS } from '../lib/model/environment';
import { Any, distOf } from '../__tests__/dist/read-dist';
import { Delivered } from './delivered';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { findOutOfOrder, Made, measure } from './wave-order';

const SETTLE_MS = 900_000;
const MINUTE_MS = 60_000;

/** Platforms of an environment, each the objects of one Application; Applications and projects are those of the root. */
function contentsOf(environment: EnvironmentName): Map<string, Any[]> {
  const contents = new Map<string, Any[]>();
  for (const { file, object } of distOf(environment)) {
    const [, folder = ''] = file.split('/');
    contents.set(folder, [...(contents.get(folder) ?? []), object]);
  }
  contents.delete('argocd');
  return contents;
}

const waveOf = ({ metadata }: Any): number => Number(metadata.annotations['argocd.argoproj.io/sync-wave'] ?? 0);

describe.each(ENVIRONMENTS)('%s, from its root', (environment) => {
  const delivered = forAllTests(() => Delivered.start(environment), 40);
  const objects = [...contentsOf(environment).values()].flat();

  test(
    'every Application ends Synced and Healthy',
    async () => {
      await delivered().applyRoot();
      await delivered().settle(await delivered().repository.head(), SETTLE_MS);
      const ended = (await delivered().applications()).map(({ metadata, status }) => [
        metadata.name,
        status.sync.status,
        status.health.status,
      ]);
      const names = [...contentsOf(environment).keys(), 'root'].sort();
      expect(ended).toEqual(names.map((name) => [name, 'Synced', 'Healthy']));
    },
    SETTLE_MS + MINUTE_MS,
  );

  test('everything that is rendered is tracked, and nothing else', async () => {
    const tracked = (await delivered().applications())
      .filter(({ metadata }) => metadata.name !== 'root')
      .flatMap(({ status }) => status.resources)
      .map(({ kind, namespace = '', name }: Any) => `${kind} ${namespace}/${name}`);
    const rendered = objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    expect(tracked.sort()).toEqual(rendered.sort());
  });

  test(
    'nothing is made before what stands in the waves below it is whole',
    async () => {
      const pods = await delivered().list('pods', '-A');
      const made: Made[] = [];
      for (const [application, promised] of contentsOf(environment))
        made.push(...measure(application, promised, await delivered().live(promised), pods));
      expect(made).toHaveLength(objects.length);
      expect(made.filter(({ whole }) => whole === Infinity)).toEqual([]);
      expect(findOutOfOrder(made)).toEqual([]);
    },
    MINUTE_MS,
  );

  test(
    'no Application is made before everything in those of the waves below it is whole',
    async () => {
      const pods = await delivered().list('pods', '-A');
      const applications = (await delivered().applications()).filter(({ metadata }) => metadata.name !== 'root');
      const made: Made[] = [];
      for (const { metadata } of applications) {
        const promised = contentsOf(environment).get(metadata.name) ?? [];
        const parts = measure(metadata.name, promised, await delivered().live(promised), pods);
        made.push({
          application: 'root',
          wave: waveOf({ metadata }),
          title: metadata.name,
          created: Date.parse(metadata.creationTimestamp),
          whole: Math.max(...parts.map(({ whole }) => whole)),
        });
      }
      expect(new Set(made.map(({ wave }) => wave)).size).toBeGreaterThan(1);
      expect(findOutOfOrder(made)).toEqual([]);
    },
    MINUTE_MS,
  );

  test(
    'a refresh that forgets everything finds no difference, and starts nothing',
    async () => {
      const operations = async () =>
        (await delivered().applications()).map(({ metadata, status }) => [
          metadata.name,
          status.sync.status,
          status.operationState.finishedAt,
        ]);
      const before = await operations();
      await delivered().refresh('hard');
      expect(await operations()).toEqual(before);
      expect(new Set(before.map(([, status]) => status))).toEqual(new Set(['Synced']));
    },
    5 * MINUTE_MS,
  );

  test(
    'a field that Argo CD leaves away itself is seen to differ for ever',
    async () => {
      const path = `    path: dist/${environment}/cluster\n`;
      const written = `    directory:\n      recurse: false\n${path}`;
      delivered().repository.edit('argocd/cluster.yaml', (text) => text.replace(path, () => written));
      const commit = await delivered().repository.commit();
      await delivered().refresh('normal');
      const root = async () =>
        (await delivered().applications()).find(({ metadata }) => metadata.name === 'root').status;
      const isApplied = async () => {
        const { operationState } = await root(); // absent for a moment when another one begins
        return operationState?.phase === 'Succeeded' && operationState.syncResult?.revision === commit;
      };
      expect(await waitUntil(isApplied, 2 * MINUTE_MS)).toBe(true);
      await delivered().refresh('hard');
      const { resources } = await root();
      const differing = resources.filter(({ status }: Any) => status !== 'Synced');
      expect(differing).toMatchObject([{ kind: 'Application', name: 'cluster', status: 'OutOfSync' }]);
    },
    5 * MINUTE_MS,
  );
});
