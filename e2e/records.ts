import { RenderedKafka } from './rendered-kafka';

/** Sends a number of records, each with a key of its own that begins with a word. */
export async function produce(kafka: RenderedKafka, topic: string, word: string, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, index) => `${word}-${index}:${word} ${index}\n`);
  const keys = ['--property', 'parse.key=true', '--property', 'key.separator=:'];
  const { code, stderr } = await kafka.feed(lines.join(''), 'kafka-console-producer.sh', '--topic', topic, ...keys);
  if (code !== 0) throw new Error(`records must be taken, got exit code ${code}: ${stderr}`);
}

/** What is read, and how it is known to be all. */
export interface Reading {
  /** Ends after so many records, and where no more has come for a while. */
  readonly most: number;

  /**
   * Group that reads; the next reading of the same group goes on where this one ended.
   *
   * @default - nobody's: from the beginning
   */
  readonly group?: string;

  /**
   * File of a client that logs in.
   *
   * @default - no login
   */
  readonly config?: string;
}

/** Records of a topic as `partition, key, value`. */
export async function read(kafka: RenderedKafka, topic: string, { most, group, config }: Reading): Promise<string[]> {
  // Where nothing more comes it ends with code 1, so the records themselves are the answer.
  const { stdout } = await kafka.tool(
    'kafka-console-consumer.sh',
    ...['--topic', topic, '--from-beginning', '--max-messages', String(most), '--timeout-ms', '20000'],
    ...['--property', 'print.partition=true', '--property', 'print.key=true'],
    ...(group === undefined ? [] : ['--group', group]),
    ...(config === undefined ? [] : ['--consumer.config', config]),
  );
  return stdout.split('\n').filter((line) => line.startsWith('Partition:'));
}
