import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { ProjectCopy } from '../docs/project-copy';
import { Edit } from '../docs/task';
import { tasks } from '../docs/task-edits';
import { Any } from '../__tests__/dist/read-dist';
import { unlike } from './applied';
import { Delivered } from './delivered';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { compare, podsByWorkload, readersOf } from './live-pods';
import { findOutOfOrder, measure } from './wave-order';

// What people do to the source is done in a copy of the project, rendered by its own command, and committed.

const SETTLE_MS = 420_000;
const LIMIT_MS = 480_000;

const started = forAllTests(async () => {
  const delivered = await Delivered.start('prod');
  const project = new ProjectCopy();
  const stop = async () => {
    project.remove();
    await delivered.stop();
  };
  try {
    await delivered.applyRoot();
    await delivered.settle(await delivered.repository.head(), 3 * SETTLE_MS);
    await delivered.waitForAutoscalers();
    return { delivered, project, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}, 40);

const cluster = () => started().delivered;

/** Renders edits of the source, commits what comes of it, and waits until Argo CD has applied it. */
async function change(edits: readonly Edit[]): Promise<void> {
  started().project.edit(edits);
  started().project.render();
  await commit();
}

/** Undoes every edit so far. */
async function undo(): Promise<void> {
  started().project.undo();
  await commit();
}

async function commit(): Promise<void> {
  const { delivered, project } = started();
  delivered.repository.put(project.dist);
  await delivered.settle(await delivered.repository.commit(), SETTLE_MS);
}

const editsOf = (title: string): readonly Edit[] => {
  const task = tasks.find((each) => each.title === title);
  if (task === undefined) throw new Error(`no task '${title}'`);
  return task.steps.flatMap(({ edits }) => edits);
};

const allPods = () => cluster().list('pods', '-A');
const jobs = () => cluster().list('jobs', '-A');
const objectsIn = (file: string): Any[] => loadAll(cluster().repository.read(file), { schema: YAML11_SCHEMA });

test(
  'one changed row rolls exactly the pods that read it',
  async () => {
    const before = await allPods();
    const readers = readersOf(before, 'wms-platform', 'platform-config');
    expect(readers).toHaveLength(10);
    const level = "LOG_LEVEL:       { dev: 'debug', staging: 'info', prod: '";
    await change([{ file: 'lib/platforms/wms/config.ts', find: `${level}info' }`, replace: `${level}warn' }` }]);
    const { rolled, kept } = compare(podsByWorkload(before), podsByWorkload(await allPods()));
    expect(rolled).toEqual(readers);
    expect([...rolled, ...kept].sort()).toEqual([...podsByWorkload(before).keys()].sort());
  },
  LIMIT_MS,
);

test(
  'a new topic makes one new Job, and the old one is pruned',
  async () => {
    const titles = async () => (await jobs()).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
    const before = await titles();
    await change(editsOf('Add a topic'));
    const after = await titles();
    const made = after.filter((title) => !before.includes(title));
    const gone = before.filter((title) => !after.includes(title));
    expect(made).toEqual([expect.stringMatching(/^kafka\/kafka-topics-/)]);
    expect(gone).toEqual([expect.stringMatching(/^kafka\/kafka-topics-/)]);
    expect(after).toHaveLength(before.length);
    const job = (await jobs()).find(({ metadata }) => `${metadata.namespace}/${metadata.name}` === made[0]);
    expect(job.status).toMatchObject({ succeeded: 1 });
    await undo();
  },
  2 * LIMIT_MS,
);

describe('a service', () => {
  const file = 'wms/returns-service.yaml';
  let objects: Any[] = [];

  test(
    'is made after the Job that it waits for, and a wave that is too high is seen',
    async () => {
      const { delivered, project } = started();
      project.edit([...editsOf('Add a topic'), ...editsOf('Add a service')]);
      project.render();
      delivered.repository.put(project.dist);
      const tracked = () => [...objectsIn('wms/kafka-topics.yaml'), ...objectsIn(file)];
      const promised = tracked().filter(({ kind }) => ['Job', 'Deployment'].includes(kind));
      const [job] = promised;
      const wave = job.metadata.annotations['argocd.argoproj.io/sync-wave'];
      const high = (text: string) => text.replaceAll(`sync-wave: "${wave}"`, 'sync-wave: "30"');
      delivered.repository.edit('wms/kafka-topics.yaml', high);
      await delivered.settle(await delivered.repository.commit(), SETTLE_MS);
      const made = async () => measure('wms', promised, await delivered.live(promised), await allPods());
      expect(findOutOfOrder(await made())).toHaveLength(1);

      await undo();
      await change([...editsOf('Add a topic'), ...editsOf('Add a service')]);
      expect(findOutOfOrder(await made())).toEqual([]);
      objects = objectsIn(file);
    },
    4 * LIMIT_MS,
  );

  test(
    'that is removed is pruned, with all that was made for it',
    async () => {
      expect((await cluster().live(objects)).length).toBe(objects.length);
      await undo();
      expect(await cluster().live(objects)).toEqual([]);
    },
    LIMIT_MS,
  );
});

test(
  'what is changed by hand is healed',
  async () => {
    const objects = [
      ...objectsIn('wms/order-service.yaml'),
      ...objectsIn('wms/kafka.yaml'),
      ...objectsIn('wms/platform-config.yaml'),
    ];
    const findDamage = async () => {
      const live = await cluster().live(objects);
      const named = ({ kind, metadata: { namespace, name } }: Any) => `${kind} ${namespace}/${name}`;
      const found = new Map(live.map((object) => [named(object), object]));
      return objects.flatMap((object) => unlike(object, found.get(named(object)), `${named(object)} `));
    };
    expect(await findDamage()).toEqual([]);
    const kubectl = (...args: string[]) => cluster().kubectl(...args);
    const deployment = ['deployment', 'order-service', '-n', 'wms-platform'];
    await kubectl(
      'set',
      'image',
      ...deployment.slice(0, 1),
      'order-service',
      'service=example.com/other:1',
      '-n',
      'wms-platform',
    );
    await kubectl('scale', 'statefulset', 'kafka-broker', '-n', 'kafka', '--replicas=1');
    await kubectl('delete', 'service', 'order-service', '-n', 'wms-platform');
    await kubectl(
      'patch',
      'configmap',
      'platform-config',
      '-n',
      'wms-platform',
      '--type=merge',
      '-p',
      '{"data":{"LOG_LEVEL":"debug"}}',
    );
    await waitUntil(async () => (await findDamage()).length === 0, SETTLE_MS);
    expect(await findDamage()).toEqual([]);
  },
  LIMIT_MS,
);

describe('a field that Kubernetes does not know', () => {
  const WRONG = 'minReadySecond';
  const file = 'wms/order-service.yaml';
  const wms = async () => (await cluster().applications()).find(({ metadata }) => metadata.name === 'wms').status;

  test(
    'is refused before there is anything to commit',
    async () => {
      const { delivered, project } = started();
      const before = await delivered.repository.head();
      project.edit([
        {
          file: 'lib/constructs/objects/kubernetes-object.ts',
          find: '    return { ...(this.type.manifest(fields) as object),',
          replace: `    const manifest = JSON.parse(JSON.stringify(this.type.manifest(fields)).replace('minReadySeconds', '${WRONG}'));
    return { ...manifest,`,
        },
      ]);
      expect(() => project.render()).toThrow(`spec.${WRONG}: `);
      delivered.repository.put(project.dist);
      expect(await delivered.repository.commit()).toBe(before);
      project.undo();
    },
    LIMIT_MS,
  );

  test(
    'would keep a whole platform from being compared, and every pod as it is, until it is mended',
    async () => {
      const before = await allPods();
      cluster().repository.edit(file, (text) => text.replace('minReadySeconds', WRONG));
      const commit = await cluster().repository.commit();
      await cluster().refresh('normal');
      expect((await wms()).sync).toMatchObject({ status: 'Unknown', revision: commit });
      expect((await wms()).conditions).toMatchObject([
        { type: 'ComparisonError', message: expect.stringContaining(`.spec.${WRONG}: field not declared in schema`) },
      ]);
      expect(compare(podsByWorkload(before), podsByWorkload(await allPods())).rolled).toEqual([]);
      cluster().repository.edit(file, (text) => text.replace(WRONG, 'minReadySeconds'));
      await cluster().settle(await cluster().repository.commit(), SETTLE_MS);
      expect((await wms()).sync.status).toBe('Synced');
    },
    LIMIT_MS,
  );
});
