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

/** Variables of a script whose words are written out, and what each may stand for. */
interface Loop {
  readonly variable: string;
  readonly words: readonly string[];
}

/** Reads `kafka-topics --create` calls, also within loops over words that are written out and within functions. */
export function readTopics(script: string): CreatedTopics {
  const commands = script
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .flatMap((line) => line.split(/;|&&|\|\|/));
  const functions = new Map<string, string[]>();
  const called = new Set<string>();
  const loops: Loop[] = [];
  const found: CreatedTopics[] = [];
  let within: ShellFunction | undefined;
  for (const command of commands) {
    const [, name] = /^\s*(?:function\s+)?([\w-]+)\s*\(\s*\)/.exec(command) ?? [];
    if (name !== undefined) within = { name, parameters: new Map() };
    if (/^\s*\}/.test(command)) within = undefined;
    if (within) noteParameter(within, command);
    const [, variable = '', list] = /^\s*(?:do\s+)?for\s+(\w+)\s+in\s+(.+)$/.exec(command) ?? [];
    if (list !== undefined) loops.push({ variable, words: wordsOf(list) });
    if (/^\s*done\b/.test(command)) loops.pop();
    if (TOOL.test(command) && /\s--create\b/.test(command)) {
      if (within && command.includes('$')) {
        const body = functions.get(within.name) ?? [];
        functions.set(within.name, [...body, withPositions(command, within)]);
      } else found.push(readCalls(command, loops));
    } else {
      const [first = '', ...words] = wordsOf(command.replace(/^\s*(?:do|then|else)\b/, ''));
      const body = functions.get(first) ?? [];
      if (body.length > 0) called.add(first);
      found.push(...body.map((call) => readCalls(fill(call, words), loops)));
    }
  }
  // One that is called from elsewhere makes what its text says, or more.
  for (const [name, body] of functions) {
    if (!called.has(name)) found.push(...body.map((call) => readCalls(call, [])));
  }
  return { topics: found.flatMap(({ topics }) => topics), more: found.some(({ more }) => more) };
}

interface ShellFunction {
  readonly name: string;

  /** Its variables, and which argument each is. */
  readonly parameters: Map<string, string>;
}

/** `local topic="$1"`, `partitions=${2:-3}`. */
function noteParameter({ parameters }: ShellFunction, command: string): void {
  for (const [, variable = '', position = ''] of command.matchAll(/\b(\w+)=["']?\$\{?(\d)[^\s"'}]*\}?/g)) {
    parameters.set(variable, position);
  }
}

function withPositions(command: string, { parameters }: ShellFunction): string {
  return command.replace(/\$\{?(\w+)\}?/g, (text, variable: string) => {
    const position = parameters.get(variable);
    return position === undefined ? text : `$${position}`;
  });
}

function fill(body: string, words: readonly string[]): string {
  return body.replace(/\$\{?([1-9])[^\s"'}]*\}?/g, (text, position: string) => words[Number(position) - 1] ?? text);
}

function readCalls(command: string, loops: readonly Loop[]): CreatedTopics {
  const read = readCall(wordsOf(command));
  const names = namesOf(read.name, loops);
  return { topics: (names ?? []).map((name) => ({ ...read, name })), more: names === undefined };
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
function namesOf(word: string, loops: readonly Loop[]): readonly string[] | undefined {
  if (word === '') return undefined;
  const [variable] = /\$\{?\w+\}?/.exec(word) ?? [];
  if (variable === undefined) return /[$`*]/.test(word) ? undefined : [word];
  const loop = loops.findLast((candidate) => candidate.variable === variable.replace(/\W/g, ''));
  const names = loop?.words.map((value) => word.replace(variable, value));
  return names === undefined || names.some((name) => /[$`*]/.test(name)) ? undefined : names;
}
