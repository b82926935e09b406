import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { makersOf } from '../views/makers';
import { containers, PlacedContainer } from '../views/pods';
import { tree } from '../views/tree';

/** A script of a Job fails where one of its commands does. */
export const failureShown: Rule = {
  id: 'jobs/failure-shown',
  title: 'A script that prepares something fails where one of its commands does',
  severity: 'warning',
  why: 'The Job succeeds, what it was to make is not there, and whoever needs it fails later and elsewhere.',
  cure: 'start with `set -eu` (bash: `set -euo pipefail`), and ask before doing instead of forgiving afterwards',
  sources: ['K04', 'T02', 'temporalio/helm-charts#698'],
  judge: findHiddenFailures,
};

interface Script {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly shell: string;

  /** Options of the shell on its command line: `-euc`. */
  readonly options: string;
  readonly text: string;
}

function* findHiddenFailures(index: ObjectIndex): Iterable<Finding> {
  const said = new Set<string>();
  for (const placed of index.view(containers)) {
    if (!prepares(placed)) continue;
    for (const script of scriptsOf(index, placed)) {
      const problem = findProblem(script);
      const id = `${script.subject.path} ${script.subject.document ?? ''} ${script.at.join('/')}`;
      if (problem === undefined || said.has(id)) continue;
      said.add(id);
      yield { subject: script.subject, at: script.at, message: `script of ${placed.container.name} ${problem}` };
    }
  }
}

/** Jobs, and init containers of all pods; what serves keeps its own habits. */
function prepares({ pod, init }: PlacedContainer): boolean {
  return init || pod.owner.manifest.kind === 'Job' || pod.owner.manifest.kind === 'CronJob';
}

/** What a shell is given on its command line, and files of ConfigMaps that it is told to run. */
function* scriptsOf(index: ObjectIndex, { pod, at, container }: PlacedContainer): Iterable<Script> {
  const words = [
    ...(container.command ?? []).map((text, i) => ({ text, at: [...at, 'command', i] })),
    ...(container.args ?? []).map((text, i) => ({ text, at: [...at, 'args', i] })),
  ];
  const shell = /(?:^|\/)(sh|bash|ash|dash)$/.exec(words[0]?.text ?? '')?.[1];
  const inline = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const options = words.slice(1, 8).flatMap(({ text }) => (/^[-+]/.test(text) || text === 'pipefail' ? text : []));
  const given = { subject: pod.owner, shell: shell ?? 'sh', options: options.join(' ') };
  const script = words[inline + 1];
  if (shell !== undefined && inline > 0 && script !== undefined) yield { ...given, ...script };
  for (const { text: path } of words) {
    const mount = (container.volumeMounts ?? []).find(({ mountPath, subPath }) => {
      return path.startsWith(`${mountPath.replace(/\/$/, '')}/`) || (subPath !== undefined && path === mountPath);
    });
    const volume = (pod.spec.volumes ?? []).find(({ name }) => name === mount?.name);
    const key = mount?.subPath ?? path.slice((mount?.mountPath.replace(/\/$/, '').length ?? 0) + 1);
    for (const { object } of makersOf(index, 'ConfigMap', pod.namespace, volume?.configMap?.name ?? '')) {
      const text = tree(object.manifest['data'])[key];
      if (typeof text !== 'string' || (!key.endsWith('.sh') && !text.startsWith('#!'))) continue;
      const named = /^#!.*\b(bash)\b/.exec(text)?.[1] ?? shell ?? 'sh';
      yield { ...given, subject: object, at: ['data', key], shell: named, text };
    }
  }
}

/** A script that answers for its own exit code may go on after a failure. */
function findProblem({ shell, options, text }: Script): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const forgiving = lines.find((line) => /\|\|\s*(true|:|echo\b[^;&|]*|exit 0)\s*(?:[;)}]|$)/.test(line));
  if (forgiving !== undefined) return `must not hide a failure, got '${shorten(forgiving)}'`;
  const off = lines.findLast((line) => /(?:^|[;&]\s*)set [+-][a-z]*e/.test(line));
  if (off !== undefined && /\bset \+/.test(off)) return `must stop at a failure, got '${shorten(off)}'`;
  const stops = /^-[a-z]*e/.test(options) || / -[a-z]*e/.test(options) || setsErrexit(lines);
  const answers = lines.some((line) => /\bexit\s+(?:[1-9]|"?\$)/.test(line));
  if (lines.length > 1 && !stops && !answers && !lines.slice(0, -1).every(isChained))
    return `must stop at a failure, got no set -e`;
  const piped = lines.find((line) => /[^|]\|(?![|&])/.test(withoutTexts(line)) && !/^[^()]*\)\s/.test(line));
  const safe = options.includes('pipefail') || lines.some((line) => /\bset\b.*\bpipefail\b/.test(line));
  if (shell === 'bash' && piped !== undefined && !safe)
    return `must set pipefail before a pipe, got '${shorten(piped)}'`;
  return undefined;
}

function setsErrexit(lines: readonly string[]): boolean {
  return lines.some(
    (line) => /(?:^|[;&]\s*)set\s+(?:-\w+\s+)*-(?:[a-z]*e|o\s+errexit)/.test(line) || /^#!.*\s-[a-z]*e/.test(line),
  );
}

/** A line that leads to the next one only where it succeeds, or is part of one command or of a loop. */
function isChained(line: string): boolean {
  return (
    /(?:&&|\|\||\\|\||\bdo|\bthen)$/.test(line) ||
    /^(?:do|until|while|for|if)\b/.test(line) ||
    /^sleep\b|^echo\b|^printf\b/.test(line)
  );
}

function withoutTexts(line: string): string {
  return line.replace(/'[^']*'|"[^"]*"/g, '');
}

function shorten(line: string): string {
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
