/** A topic that a script creates, and with which figures. */
export interface CreatedTopic {
  readonly name: string;
  readonly partitions?: number;
  readonly replicas?: number;
  readonly config: Readonly<Record<string, string>>;
}

/** What a script creates. */
export interface CreatedTopics {
  readonly topics: readonly CreatedTopic[];

  /** Whether it also creates topics whose names cannot be read from it. */
  readonly more: boolean;
}

const TOOL = /(?:^|[\s/"'$({])kafka-topics(?:\.sh)?(?=[\s"'])/;

/** Whether a text calls Kafka's tool for topics. */
export function createsTopics(script: string): boolean {
  return TOOL.test(script) && script.includes('--create');
}

/** Reads `kafka-topics --create` calls, also within loops over words that are written out. */
export function readTopics(script: string): CreatedTopics {
  const loops: { readonly variable: string; readonly words: readonly string[] }[] = [];
  const topics: CreatedTopic[] = [];
  let more = false;
  for (const line of script.replace(/\\\n/g, ' ').split(/\n|;|&&|\|\|/)) {
    const [, variable = '', list] = /^\s*(?:do\s+)?for\s+(\w+)\s+in\s+(.+)$/.exec(line) ?? [];
    if (list !== undefined) loops.push({ variable, words: wordsOf(list) });
    if (/^\s*done\b/.test(line)) loops.pop();
    if (!TOOL.test(line) || !/\s--create\b/.test(line)) continue;
    const read = readCall(wordsOf(line));
    const names = namesOf(read.name, loops);
    if (names === undefined) more = true;
    else topics.push(...names.map((name) => ({ ...read, name })));
  }
  return { topics, more };
}

/** Words as a shell splits them, without their quotes. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''));
}

function readCall(words: readonly string[]): CreatedTopic {
  const values = (option: string) =>
    words.flatMap((word, position) => {
      if (word === option) return [words[position + 1] ?? ''];
      return word.startsWith(`${option}=`) ? [word.slice(option.length + 1)] : [];
    });
  const [partitions, replicas] = ['--partitions', '--replication-factor'].map((option) => toNumber(values(option)[0]));
  return {
    name: values('--topic')[0] ?? '',
    ...(partitions === undefined ? {} : { partitions }),
    ...(replicas === undefined ? {} : { replicas }),
    config: Object.fromEntries(
      values('--config').map((pair) => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
    ),
  };
}

function toNumber(word: string | undefined): number | undefined {
  return word !== undefined && /^\d+$/.test(word) ? Number(word) : undefined;
}

/** The names that a word stands for; undefined where only the shell knows. */
function namesOf(
  word: string,
  loops: readonly { readonly variable: string; readonly words: readonly string[] }[],
): readonly string[] | undefined {
  if (word === '') return undefined;
  const [variable] = /\$\{?\w+\}?/.exec(word) ?? [];
  if (variable === undefined) return /[$`*]/.test(word) ? undefined : [word];
  const loop = loops.findLast((candidate) => candidate.variable === variable.replace(/\W/g, ''));
  const names = loop?.words.map((value) => word.replace(variable, value));
  return names === undefined || names.some((name) => /[$`*]/.test(name)) ? undefined : names;
}
