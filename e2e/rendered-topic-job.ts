import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { namespaceIn, objectsOf, SMALL } from '../__tests__/constructs/support';
import { KafkaCluster } from '../lib/constructs/kafka/kafka-cluster';
import { Topics } from '../lib/constructs/kafka/topic-catalogue';
import { TopicInitJob } from '../lib/constructs/kafka/topic-init-job';
import { execute, Finished } from './harness/command';
import { envOf } from './rendered-env';

/** Runs the rendered Job of these topics as its pod would, in a folder of its own. */
export async function prepareTopics(
  folder: string,
  cluster: KafkaCluster,
  brokers: number,
  topics: Topics,
  overrides: Readonly<Record<string, string>>,
): Promise<Finished & { seconds: number }> {
  const chart = Testing.chart();
  new TopicInitJob(chart, 'kafka-topics', {
    image: 'kafka',
    user: 1000,
    scratch: '64Mi',
    priorityClassName: 'platform',
    namespace: namespaceIn(chart, 'data'),
    endpoint: { ...cluster.endpoint(), after: [] },
    bootstrapServers: cluster.bootstrapServers,
    brokers,
    topics,
    resources: SMALL,
    waitLimit: '60s',
    callTimeout: '10s',
    backoffLimit: 1,
    deadline: '600s',
    terminationGrace: '30s',
  });
  const manifests = objectsOf(chart);
  const home = mkdtempSync(join(folder, 'job-'));
  for (const [file, content] of Object.entries(manifests('ConfigMap').data as Record<string, string>)) {
    writeFileSync(join(home, file), content);
  }
  const started = Date.now();
  const finished = await execute('bash', [join(home, 'topic-init-job.sh')], {
    env: {
      ...envOf(manifests('Job').spec),
      CATALOGUE: join(home, 'topics.txt'),
      WORK_FOLDER: home,
      ...overrides,
    },
  });
  return { ...finished, seconds: (Date.now() - started) / 1000 };
}
