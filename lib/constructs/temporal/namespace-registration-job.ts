import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration, seconds, trySeconds } from '../../model/duration';
import { Endpoint } from '../workloads/endpoint';
import { Script, SCRIPT_FOLDER, ScriptJob, ScriptJobProps } from '../workloads/script-job';

/** A Temporal namespace: workflows that share a retention and see nothing of others. */
export interface TemporalNamespace {
  /** Time that the history of a closed workflow is kept, a day at least. Longer than before, or it is refused. */
  readonly retention: Duration;

  /**
   * What it is for, in one line of plain ASCII without quotes.
   *
   * @default - whatever stands there is left alone
   */
  readonly description?: string;

  /**
   * Whether the retention may become shorter, at which histories of closed workflows vanish for ever.
   *
   * @default false
   */
  readonly mayLoseHistory?: boolean;
}

/** Temporal namespaces by name. */
export type TemporalNamespaces = Readonly<Record<string, TemporalNamespace>>;

/** Properties for `NamespaceRegistrationJob`. Its image is `temporalio/admin-tools`, of the server's version. */
export interface NamespaceRegistrationJobProps extends ScriptJobProps {
  /** `host:port` of the frontend. */
  readonly address: string;

  /** The frontend as somebody to connect to. */
  readonly server: Endpoint;

  /** What must be registered. One that is taken away here stays registered, with its workflows. */
  readonly temporalNamespaces: TemporalNamespaces;
}

const SCRIPT = 'namespace-registration-job.sh';
const TABLE = 'namespaces.tsv';
const script = readFileSync(join(__dirname, SCRIPT), 'utf8');

/**
 * A Job that registers Temporal namespaces and keeps their retention and description as they are given.
 *
 * It raises a retention and refuses to shorten one. It leaves alone what it does not know of.
 */
export class NamespaceRegistrationJob extends ScriptJob {
  constructor(scope: Construct, id: string, props: NamespaceRegistrationJobProps) {
    super(scope, id, props, renderScript(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function renderScript({ address, temporalNamespaces }: NamespaceRegistrationJobProps): Script {
  return {
    name: SCRIPT,
    shell: 'sh',
    files: { [SCRIPT]: script, [TABLE]: renderNamespaceTable(temporalNamespaces) },
    env: { TEMPORAL_ADDRESS: address, NAMESPACES_FILE: `${SCRIPT_FOLDER}/${TABLE}` },
  };
}

/** Renders what the script reads: a line for each namespace, its columns separated by tabs. */
export function renderNamespaceTable(temporalNamespaces: TemporalNamespaces): string {
  return Object.entries(temporalNamespaces)
    .map(([name, { retention, description = '', mayLoseHistory = false }]) => {
      const consent = mayLoseHistory ? 'lose' : 'keep';
      return `${name}\t${trySeconds(retention)}\t${consent}\t${description}\n`;
    })
    .join('');
}

const SHORTEST_RETENTION: Duration = '24h';

function findProblems({ temporalNamespaces }: NamespaceRegistrationJobProps): string[] {
  const rows = Object.entries(temporalNamespaces);
  if (rows.length === 0) return ['temporalNamespaces must name at least one namespace, got none'];
  return rows.flatMap(([name, row]) => findRowProblems(name, row));
}

// The server itself takes any name, and then nobody can type it.
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$/;

// What JSON leaves as it is, so that a script without a JSON parser can compare it.
const DESCRIPTION = /^(?! )[ !#-%'-;=?-[\]-~]*(?<! )$/;

function findRowProblems(name: string, { retention, description = '' }: TemporalNamespace): string[] {
  const problems: string[] = [];
  if (!NAME.test(name)) {
    problems.push(`temporalNamespaces must be named with up to 63 letters, digits, '.', '_' and '-', got '${name}'`);
  }
  if (name === 'temporal-system') problems.push(`temporalNamespaces must leave the server's own alone, got '${name}'`);
  if ((trySeconds(retention) ?? 0) < seconds(SHORTEST_RETENTION)) {
    problems.push(`temporalNamespaces.${name}.retention must be at least ${SHORTEST_RETENTION}, got ${retention}`);
  }
  if (!DESCRIPTION.test(description)) {
    problems.push(
      `temporalNamespaces.${name}.description must be one line of ASCII without " \\ < > &, got ${JSON.stringify(description)}`,
    );
  }
  return problems;
}
