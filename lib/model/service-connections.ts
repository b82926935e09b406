import { didYouMean } from './closest';
import { Column } from './environment';
import { Problem } from './problem';
import { maxPods } from './scale';
import { Backend } from './service';
import { Services } from './service-problems';
import { TopicRow } from './topic';

/** The topics of a platform, by name. */
export type Topics = Readonly<Record<string, Column<TopicRow>>>;

/** What services have to do with each other and with topics, by their names. */
export type Linked = Readonly<
  Record<string, Pick<Services[string], 'scale' | 'publishes' | 'calls'> & { readonly consumes: Consumed }>
>;

type Consumed = Readonly<Record<string, number>>;

/** What is wrong between services, between services and topics, and with what they use. */
export function findConnectionProblems(services: Services, topics: Topics): Problem[] {
  return [
    ...findLinkProblems(services, topics),
    ...Object.entries(services).flatMap(([name, service]) => findUseProblems(name, service)),
  ];
}

/** What is wrong between services, and between services and topics. */
export function findLinkProblems(services: Linked, topics: Topics): Problem[] {
  const published = new Set(Object.values(services).flatMap(({ publishes }) => publishes));
  return Object.entries(services).flatMap(([name, service]) => [
    ...findCallProblems(name, service.calls, Object.keys(services)),
    ...findPublishProblems(name, service.publishes, Object.keys(topics)),
    ...findConsumeProblems(name, service, topics, published),
  ]);
}

function findCallProblems(name: string, calls: readonly string[], names: readonly string[]): Problem[] {
  const row = ['services', name, 'calls'];
  return calls.flatMap((callee): Problem[] => {
    if (callee === name) return [{ row, rule: 'must name other services', got: callee }];
    if (names.includes(callee)) return [];
    return [{ row, rule: 'must name services of this platform', got: callee, cure: didYouMean(callee, names) }];
  });
}

function findPublishProblems(name: string, publishes: readonly string[], topics: readonly string[]): Problem[] {
  const row = ['services', name, 'publishes'];
  return publishes
    .filter((topic) => !topics.includes(topic))
    .map((topic) => {
      const cure = didYouMean(topic, topics) ?? 'add it to topics';
      return { row, rule: 'must name declared topics', got: topic, cure };
    });
}

function findConsumeProblems(
  name: string,
  { consumes, scale }: Linked[string],
  topics: Topics,
  published: ReadonlySet<string>,
): Problem[] {
  return Object.entries(consumes).flatMap(([topic, surplus]): Problem[] => {
    const row = ['services', name, 'consumes', topic];
    const partitions = topics[topic]?.partitions;
    if (partitions === undefined) {
      const cure = didYouMean(topic, Object.keys(topics)) ?? 'add it to topics';
      return [{ row, rule: 'must be a declared topic', got: topic, cure }];
    }
    const unpublished = published.has(topic)
      ? []
      : [{ row, rule: 'must be published by some service', got: 'no publisher', cure: 'add it to a publishes row' }];
    const idle = Math.max(0, maxPods(scale) - partitions);
    const rule = `must say ${idle}, the pods without a partition when ${maxPods(scale)} share ${partitions}`;
    const cure = 'write the figure if those pods have other work, or add partitions, or lower the scale';
    return idle === surplus ? unpublished : [...unpublished, { row, rule, got: surplus, cure }];
  });
}

function findUseProblems(name: string, service: Services[string]): Problem[] {
  const { uses, database, taskQueue, publishes, consumes } = service;
  const needs: readonly (readonly [Backend, string, boolean])[] = [
    ['mongodb', 'database', database !== undefined],
    ['temporal', 'taskQueue', taskQueue !== undefined],
    ['kafka', 'publishes or consumes', publishes.length > 0 || Object.keys(consumes).length > 0],
  ];
  const missing = needs
    .filter(([backend, , wanted]) => wanted && !uses.includes(backend))
    .map(([backend, field]) => ({
      row: ['services', name, 'uses'],
      rule: `must hold '${backend}' where ${field} is given`,
      got: uses,
    }));
  const homeless = uses.includes('mongodb') && database === undefined;
  return homeless
    ? [
        ...missing,
        { row: ['services', name, 'database'], rule: "must be given where uses holds 'mongodb'", got: database },
      ]
    : missing;
}
