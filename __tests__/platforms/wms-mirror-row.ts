import { MirrorRow } from '../../lib/model/kafka-mirror';
import { definePlatform } from '../../lib/platforms/platform';
import { defineWms } from '../../lib/platforms/wms/chart';
import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { WmsRows } from '../../lib/platforms/wms/rows';

/** A Kafka that others run. */
export const remote = {
  kind: 'remote',
  alias: 'standby',
  hosts: ['kafka-0.standby.example.net', 'kafka-1.standby.example.net'],
  port: 9094,
  cidrs: ['10.60.1.0/24', '10.60.2.0/24'],
  userName: 'wms-mirror',
} as const;

/** A mirror from ours to it. */
export const mirror: MirrorRow = {
  source: { kind: 'own', alias: 'wms' },
  target: remote,
  topics: Object.keys(wms.topics),
  groups: 'all',
  replicationPolicy: 'identity',
  replicationFactor: 3,
  offsetsInterval: '30s',
  topicsInterval: '10m',
  late: '2m',
  tasks: 4,
  instances: 2,
  resources: { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } },
};

/** The rows with a mirror in prod alone. */
export const withMirror = (row: false | MirrorRow): WmsRows => ({
  ...wms,
  kafka: { ...wms.kafka, mirror: { dev: false, staging: false, prod: row } },
});
/** The platform with such rows. */
export const platformWith = (row: false | MirrorRow) =>
  definePlatform({ name: 'wms', table: 'config.ts', rows: withMirror(row), findProblems, define: defineWms });
