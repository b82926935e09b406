import { ObjectIndex } from '../object-index';
import { cluster } from './cluster';
import { Connectivity, connectivity, Party } from './connectivity';
import { Declared, declared, End, EVERYONE, withoutDns } from './declared';
import { PodGroup } from './pod-group';
import { PortSet } from './port-set';

/** Most workloads that a table has a column for. */
const TABLE_LIMIT = 12;

/** What stands before ports that are declared and shut, or open and not declared. */
const MARKS = { missing: '-', excess: '+' };

/**
 * Who may connect to whom, as text: for each client its servers with their ports, grouped by the client's namespace,
 * and for few workloads a table, too. `+` marks ports that nobody declared, `-` ports that are declared and shut; name
 * resolution is left out where something is declared.
 */
export function renderConnectivity(index: ObjectIndex): string {
  const found = index.view(connectivity);
  const lines = linesOf(index, found);
  const namespaces = [...new Set(lines.map(({ from }) => from.split('/', 1)[0] ?? ''))].sort();
  const sections = namespaces.map((namespace) => {
    const own = lines.filter(({ from }) => from.split('/', 1)[0] === namespace);
    const clients = [...new Set(own.map(({ from }) => from))].sort();
    return clients.map((client) => [client, ...serversOf(own, client)].join('\n')).join('\n');
  });
  const { workloads } = found.cluster;
  const table = workloads.length > 1 && workloads.length <= TABLE_LIMIT ? [renderTable(workloads, lines)] : [];
  return `${[...sections, ...table].join('\n\n')}\n`;
}

/** Ports between two ends. */
interface Line {
  readonly from: string;
  readonly to: string;

  /** As they are written: `9092/TCP`, with a mark where declaration and policies differ. */
  readonly ports: string;
}

function serversOf(lines: readonly Line[], client: string): string[] {
  const own = lines.filter(({ from }) => from === client).sort((a, b) => (a.to < b.to ? -1 : 1));
  return own.map(({ to, ports }) => `  -> ${to}: ${ports}`);
}

/** Every pair of ends that somebody names: rules, declarations, and everyone where nothing is closed. */
function linesOf(index: ObjectIndex, found: Connectivity): Line[] {
  const wanted = index.view(declared);
  const lines = new Map<string, Line>();
  for (const [from, to] of pairsOf(index, found, wanted)) {
    const allowed = allowedBetween(found, from, to);
    const ports = wanted ? compare(withoutDns(allowed, to), wanted.portsOf(from, to)) : allowed.toTexts();
    const line = { from: textOf(from), to: textOf(to), ports: ports.join(' ') };
    if (ports.length > 0) lines.set(`${line.from} ${line.to}`, line);
  }
  return [...lines.values()];
}

function* pairsOf(index: ObjectIndex, found: Connectivity, wanted: Declared | undefined): Iterable<[End, End]> {
  for (const { rule, subjects, peers } of found.rules) {
    const ends = peers?.flatMap(({ parties }) => parties) ?? [EVERYONE as End];
    for (const subject of subjects) {
      for (const end of ends) yield rule.direction === 'egress' ? [subject, end] : [end, subject];
    }
  }
  for (const { from, to } of wanted?.connections ?? []) {
    for (const client of from) for (const server of to) yield [client, server];
  }
  for (const group of index.view(cluster).workloads) {
    if (!found.isIsolated('egress', group)) yield [group, EVERYONE];
    if (!found.isIsolated('ingress', group)) yield [EVERYONE, group];
  }
}

/** Everyone stands for somebody whom no policy closes, and whom no rule names. */
function allowedBetween(found: Connectivity, from: End, to: End): PortSet {
  const stranger: PodGroup = { namespace: EVERYONE, labels: {}, ports: [], pods: [], text: EVERYONE };
  const party = (end: End): Party => (end === EVERYONE ? stranger : end);
  return found.allowed(party(from), party(to));
}

function compare(allowed: PortSet, wanted: PortSet): string[] {
  const common = allowed.intersect(wanted).toTexts();
  const excess = allowed.minus(wanted).toTexts();
  const missing = wanted.minus(allowed).toTexts();
  return [...common, ...excess.map((text) => MARKS.excess + text), ...missing.map((text) => MARKS.missing + text)];
}

function textOf(end: End): string {
  return end === EVERYONE ? EVERYONE : end.text;
}

/** Clients down, servers across, each server by the number of its row. */
function renderTable(workloads: readonly PodGroup[], lines: readonly Line[]): string {
  const names = [...new Set(workloads.map(({ text }) => text))].sort();
  const cells = names.map((from) =>
    names.map((to) => lines.find((line) => line.from === from && line.to === to)?.ports ?? '.'),
  );
  const width = Math.max(...names.map((name) => name.length)) + 4;
  const widths = names.map((_, column) =>
    Math.max(String(column + 1).length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const join = (title: string, row: readonly string[]) =>
    [title.padEnd(width), ...row.map((cell, column) => cell.padEnd(widths[column] ?? 0))].join('  ').trimEnd();
  const head = join(
    '',
    names.map((_, column) => String(column + 1)),
  );
  return [head, ...names.map((name, row) => join(`${String(row + 1).padStart(2)}  ${name}`, cells[row] ?? []))].join(
    '\n',
  );
}
