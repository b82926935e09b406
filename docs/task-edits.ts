import { Edit, Task } from './task';
import { addEnvironment } from './task-environment';

/** A task of one step. */
const edit = (title: string, text: string, edits: readonly Edit[]): Task => ({
  title,
  steps: [{ text, edits, shows: 'dist' }],
});

const WMS = 'lib/platforms/wms/config.ts';
const labor = "    'wms.labor.events':         { partitions: 4, retention: '7d' },\n";
const mongodb = '    image: images.mongo,\n    user: 999,\n    provision: { dev: rendered, staging: rendered, prod: ';
const kafka = '    provision:           { dev: rendered, staging: ';
const imported = 'import { rendered } from';

/** The tasks of docs/tasks.md. */
export const tasks: readonly Task[] = [
  edit(
    'Change the number of pods',
    "One line in one column. The autoscaler's lower bound is the only thing that changes: the quota follows the upper one.",
    [
      {
        file: WMS,
        find: "prod: between(3, 10) },\n      resources: goService,\n      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],\n      database: 'orders_db',",
        replace:
          "prod: between(4, 10) },\n      resources: goService,\n      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],\n      database: 'orders_db',",
      },
    ],
  ),
  edit(
    'Add a topic',
    'One line. The Job that makes topics is named by its content, so every environment gets a new Job beside a new catalogue, and Argo CD runs it; replication follows from the brokers.',
    [
      {
        file: WMS,
        find: labor,
        replace: `${labor}    'wms.returns.events':       { partitions: 4, retention: '14d' },\n`,
      },
    ],
  ),
  edit(
    'Add a service',
    'One row. Its workload, autoscaler, budget, settings, policies and order follow, and so does the other end of each connection: the policies of what it calls and uses, the user that owns its database, the quota of its namespace.',
    [
      {
        file: WMS,
        find: "  services: {\n    'order-service': {\n      port",
        replace: `  services: {
    'returns-service': {
      port: 8010,
      version:   { dev: '1.0.0',  staging: '1.0.0',       prod: '1.0.0' },
      scale:     { dev: fixed(1), staging: between(2, 4), prod: between(2, 8) },
      resources: goService,
      uses: ['mongodb', 'kafka', 'otlp'],
      database: 'returns_db',
      publishes: [],
      consumes: {},
      calls: ['inventory-service'],
      reaches: [],
      terminationGrace: '30s',
      scaleDown: atOnce,
    },
    'order-service': {
      port`,
      },
    ],
  ),
  edit(
    'Switch MongoDB to a managed service',
    'One row, after the connection string was put into the store of secrets and the data was copied. Servers, Job and namespace go; services read the same Secret under the same key, and only their policies change, and the wave of those that waited for MongoDB longest (decision 41).',
    [
      {
        file: WMS,
        find: `${mongodb}rendered },`,
        replace: `${mongodb}external({ port: 27017, cidrs: ['10.40.0.0/24'] }) },`,
      },
      { file: WMS, find: imported, replace: 'import { external, rendered } from' },
    ],
  ),
  edit(
    "Run Kafka by the seed's chart",
    'One word. An Application of the pinned chart takes the place of the servers; its values follow from the same rows. Topics, the exporter, alerts and the address of the services stay as they are; policies name the pods of the chart (decision 75).',
    [
      {
        file: WMS,
        find: `${kafka}rendered,`,
        replace: `${kafka}chart,   `,
      },
      { file: WMS, find: imported, replace: 'import { chart, rendered } from' },
    ],
  ),
  addEnvironment,
];
