import { Edit } from '../docs/task';
import { tasks } from '../docs/task-edits';
import { Any } from '../__tests__/dist/read-dist';
import { unlike } from './applied';
import { DeliveredProject, SETTLE_MS } from './delivered-project';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { compare, podsByWorkload, readersOf } from './live-pods';
import { findOutOfOrder, measure } from './wave-order';

// What people do to the source is done in a copy of the project, rendered by its own command, and committed.

const LIMIT_MS = SETTLE_MS + 60_000;
const started = forAllTests(() => DeliveredProject.start('prod'), 40);
const cluster = () => started().cluster;

/** Renders edits, or undoes those of before if there are none, and waits until Argo CD has applied what comes of it. */
async function change(edits: readonly Edit[]): Promise<void> {
  if (edits.length > 0) started().render(edits);
  else started().undo();
  await started().deliver();
}

const editsOf = (title: string): readonly Edit[] => {
  const task = tasks.find((each) => each.title === title);
  if (task === undefined) throw new Error(`no task '${title}'`);
  return task.steps.flatMap(({ edits }) => edits);
};

const titleOf = ({ kind, metadata: { namespace, name } }: Any): string => `${kind} ${namespace}/${name}`;
const allPods = () => cluster().list('pods', '-A');
const allJobs = () => cluster().list('jobs', '-A');

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
    const before = (await allJobs()).map(titleOf);
    await change(editsOf('Add a topic'));
    const after = await allJobs();
    const made = after.filter((job) => !before.includes(titleOf(job)));
    const gone = before.filter((title) => !after.map(titleOf).includes(title));
    expect(made.map(titleOf)).toEqual([expect.stringMatching(/^Job kafka\/kafka-topics-/)]);
    expect(gone).toEqual([expect.stringMatching(/^Job kafka\/kafka-topics-/)]);
    expect(made).toMatchObject([{ status: { succeeded: 1 } }]);
    await change([]);
  },
  2 * LIMIT_MS,
);

describe('a new service that waits for a new Job', () => {
  const catalogue = 'wms/kafka-topics.yaml';
  const service = 'wms/returns-service.yaml';
  const added = [...editsOf('Add a topic'), ...editsOf('Add a service')];
  const findTooEarly = async (promised: readonly Any[]) =>
    findOutOfOrder(measure('wms', promised, await cluster().live(promised), await allPods()));
  const render = (): Any[] => {
    started().render(added);
    const objects = [...started().objectsIn(catalogue), ...started().objectsIn(service)];
    return objects.filter(({ kind }) => ['Job', 'Deployment'].includes(kind));
  };

  test(
    'is seen to be made too early when the wave of the Job is edited',
    async () => {
      const promised = render();
      const high = (text: string) => text.replaceAll(/sync-wave: "\d+"/g, 'sync-wave: "30"');
      cluster().repository.edit(catalogue, high);
      await started().deliver();
      const [job, deployment] = promised.map(titleOf);
      expect(await findTooEarly(promised)).toEqual([expect.stringContaining(`${deployment} must wait for ${job}, `)]);
      await change([]);
    },
    2 * LIMIT_MS,
  );

  test(
    'is made after it, and pruned when it is removed, with all that was made for it',
    async () => {
      const promised = render();
      await started().deliver();
      expect(await findTooEarly(promised)).toEqual([]);
      const objects = started().objectsIn(service);
      expect(await cluster().live(objects)).toHaveLength(objects.length);
      await change([]);
      expect(await cluster().live(objects)).toEqual([]);
      expect(podsByWorkload(await allPods()).has('wms-platform/returns-service')).toBe(false);
    },
    2 * LIMIT_MS,
  );
});

test(
  'what is changed by hand is healed',
  async () => {
    const files = ['wms/order-service.yaml', 'wms/kafka.yaml', 'wms/platform-config.yaml'];
    const objects = files.flatMap((file) => started().objectsIn(file));
    const findDamage = async () => {
      const live = new Map((await cluster().live(objects)).map((object) => [titleOf(object), object]));
      return objects.flatMap((object) => unlike(object, live.get(titleOf(object)), `${titleOf(object)} `));
    };
    expect(await findDamage()).toEqual([]);
    const byHand = async (command: string) => cluster().kubectl(...command.split(' '));
    await byHand('set image deployment/order-service service=example.com/other:1 -n wms-platform');
    await byHand('scale statefulset/kafka-broker --replicas=1 -n kafka');
    await byHand('delete service order-service -n wms-platform');
    await byHand('patch configmap platform-config -n wms-platform --type=merge -p {"data":{"LOG_LEVEL":"debug"}}');
    await waitUntil(async () => (await findDamage()).length === 0, SETTLE_MS);
    expect(await findDamage()).toEqual([]);
  },
  LIMIT_MS,
);

describe('a field that Kubernetes does not know', () => {
  const WRONG = 'minReadySecond';
  const wms = async () => (await cluster().applications()).find(({ metadata }) => metadata.name === 'wms').status;

  test(
    'is refused before there is anything to commit',
    async () => {
      const before = await cluster().repository.head();
      const edit = {
        file: 'lib/constructs/objects/kubernetes-object.ts',
        find: '    return { ...(this.type.manifest(fields) as object),',
        replace: `    const text = JSON.stringify(this.type.manifest(fields)).replace('minReadySeconds', '${WRONG}');
    return { ...JSON.parse(text),`,
      };
      expect(() => started().render([edit])).toThrow(
        `spec.${WRONG}: a StatefulSetSpec must have fields of its schema only`,
      );
      expect(await cluster().repository.commit()).toBe(before);
      started().undo();
    },
    LIMIT_MS,
  );

  test(
    'would keep a whole platform from being compared, and every pod as it is, until it is mended',
    async () => {
      const before = podsByWorkload(await allPods());
      const edit = (from: string, to: string) =>
        cluster().repository.edit('wms/order-service.yaml', (text) => text.replace(from, to));
      edit('minReadySeconds', WRONG);
      const commit = await cluster().repository.commit();
      await cluster().refresh('normal');
      const { sync, conditions } = await wms();
      expect(sync).toMatchObject({ status: 'Unknown', revision: commit });
      expect(conditions).toMatchObject([{ type: 'ComparisonError' }]);
      expect(conditions[0].message).toContain(`.spec.${WRONG}: field not declared in schema`);
      expect(compare(before, podsByWorkload(await allPods())).kept).toEqual([...before.keys()].sort());
      edit(WRONG, 'minReadySeconds');
      await started().deliver();
    },
    LIMIT_MS,
  );
});
