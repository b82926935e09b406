import { bytes } from '../../model/quantity';
import { PostgresServerProps } from './postgres-server';
import { findTimingProblems } from '../pods/probe';

/** Settings that have a prop of their own, or that the pod's folders and ports follow from. */
const OWNED: Readonly<Record<string, string>> = {
  max_connections: 'use maxConnections',
  port: 'leave it out',
  listen_addresses: 'leave it out',
  data_directory: 'leave it out',
  unix_socket_directories: 'leave it out',
  superuser_reserved_connections: 'leave it out',
};

/** Most of the memory limit that `shared_buffers` may take: the page cache and the sessions need the rest. */
const LARGEST_BUFFERS_PERCENT = 40;

/** What the server takes where nothing is said. */
const DEFAULT_BUFFERS = '128MB';

/** What is wrong with the properties of a server. */
export function findPostgresServerProblems(props: PostgresServerProps): string[] {
  const { maxConnections, settings, sharedMemory, resources, probes } = props;
  const { memory } = resources.limits;
  const problems = [...findSettingProblems(settings), ...findTimingProblems(probes)];
  if (!Number.isInteger(maxConnections) || maxConnections < 10) {
    problems.push(`maxConnections must be a whole number from 10, got ${maxConnections}`);
  }
  const buffers = settings['shared_buffers'] ?? DEFAULT_BUFFERS;
  if ((tryBytes(buffers) ?? 0) > (bytes(memory) * LARGEST_BUFFERS_PERCENT) / 100) {
    const rule = `must be at most ${LARGEST_BUFFERS_PERCENT} % of the memory limit ${memory}`;
    problems.push(`settings.shared_buffers ${rule}, got ${buffers}`);
  }
  if (bytes(sharedMemory) > bytes(memory) / 2) {
    problems.push(`sharedMemory must be at most half of the memory limit ${memory}, got ${sharedMemory}`);
  }
  return problems;
}

function findSettingProblems(settings: Readonly<Record<string, string>>): string[] {
  return Object.keys(settings).flatMap((name) => {
    const cure = OWNED[name];
    if (cure !== undefined) return [`settings must leave alone what the pod decides, got ${name}; ${cure}`];
    const isName = /^[a-z][a-z0-9_.]*$/.test(name);
    return isName ? [] : [`settings must be named as in postgresql.conf, lower case and underscores, got '${name}'`];
  });
}

/** Bytes of a size as PostgreSQL writes it, or undefined where it is written otherwise: `256MB`. */
function tryBytes(setting: string): number | undefined {
  const [, amount, unit] = /^(\d+)([kMGT])B$/.exec(setting) ?? [];
  return amount === undefined ? undefined : Number(amount) * 1024 ** ('kMGT'.indexOf(unit ?? '') + 1);
}
