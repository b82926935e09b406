import { Task } from './task';

const MODEL = 'lib/model/environment.ts';
const orderKafka = "prod: 'b3JkZXItcHJkLWthZmthMQ' },";
const orderHost = "prod: 'api.orderplatform.com' },";
const kafka = "prod: 'd21zLXByb2Qta2Fma2EwMQ' },";
const onboardingKafka = "prod: 'b25ib2FyZGluZy1rLXByZA' },";
const mesKafka = "prod: 'bWVzLXByb2Qta2Fma2EwMQ' },";

const facts = `import { Environment } from './environment';
import { prod } from './prod';

/** Where the American warehouses work. */
export const prodUs: Environment = {
  ...prod,
  name: 'prod-us',
  domain: 'us.example.com',
  secretStore: {
    kind: 'aws',
    region: 'us-east-1',
    prefix: 'prod-us/',
    serviceAccount: { namespace: 'external-secrets', name: 'external-secrets' },
  },
  nodes: { ...prod.nodes, cidrs: ['10.40.0.0/16'] },
  apiServer: { cidrs: ['10.40.0.0/16'], port: 443 },
  objectStorage: {
    ...prod.objectStorage,
    host: 's3.us-east-1.amazonaws.com',
    region: 'us-east-1',
    bucket: 'platform-backups-prod-us',
    cidrs: ['52.216.0.0/15', '54.231.0.0/16'],
  },
};
`;

/** A second cluster like production's: what the compiler asks for, and what the whole of it is. */
export const addEnvironment: Task = {
  title: 'Add an environment',
  steps: [
    {
      text: 'One word. `npm run check:types` then lists every value that the new cluster has not got: nothing is taken over in silence. Whoever wants a cluster of its own kind fills them in, one column in each row.',
      edits: [{ file: MODEL, find: "'staging', 'prod']", replace: "'staging', 'prod', 'prod-us']" }],
      shows: 'compiler',
    },
    {
      text: 'A second cluster of a kind that is there says so in one line (decision 43), and the list is down to what no two clusters may share.',
      edits: [{ file: MODEL, find: 'LIKE = {}', replace: "LIKE = { 'prod-us': 'prod' }" }],
      shows: 'compiler',
    },
    {
      text: 'That is one file with the facts of the cluster, its line in the index, and one column in two tables. A row in which the cluster differs gets a column of its own, as order-service does here. Nothing of the other environments changes.',
      edits: [
        { file: 'lib/environments/prod-us.ts', content: facts },
        {
          file: 'lib/environments/index.ts',
          find: "import { prod } from './prod';\n",
          replace: "import { prod } from './prod';\nimport { prodUs } from './prod-us';\n",
        },
        { file: 'lib/environments/index.ts', find: 'staging, prod }', replace: "staging, prod, 'prod-us': prodUs }" },
        {
          file: 'lib/platforms/wms/config.ts',
          find: kafka,
          replace: `${kafka.slice(0, -3)}, 'prod-us': 'd21zLXVzLWthZmthLTAwMQ' },`,
        },
        {
          file: 'lib/platforms/order/config.ts',
          find: orderKafka,
          replace: `${orderKafka.slice(0, -3)}, 'prod-us': 'b3JkZXItdXMta2Fma2EtMQ' },`,
        },
        {
          file: 'lib/platforms/order/config.ts',
          find: orderHost,
          replace: `${orderHost.slice(0, -3)}, 'prod-us': 'api-us.orderplatform.com' },`,
        },
        {
          file: 'lib/platforms/onboarding/config.ts',
          find: onboardingKafka,
          replace: `${onboardingKafka.slice(0, -3)}, 'prod-us': 'b25ib2FyZGluZy1rLXVzMQ' },`,
        },
        {
          file: 'lib/platforms/mes/config.ts',
          find: mesKafka,
          replace: `${mesKafka.slice(0, -3)}, 'prod-us': 'bWVzLXVzLWthZmthLTAwMQ' },`,
        },
        {
          file: 'lib/platforms/wms/config.ts',
          find: "prod: between(3, 10) },\n      resources: goService,\n      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],\n      database: 'orders_db',",
          replace:
            "prod: between(3, 10), 'prod-us': between(2, 6) },\n      resources: goService,\n      uses: ['mongodb', 'kafka', 'temporal', 'otlp'],\n      database: 'orders_db',",
        },
      ],
      shows: 'dist',
    },
  ],
};
