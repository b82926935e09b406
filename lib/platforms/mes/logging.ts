import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ElasticSetupJob } from '../../constructs/elasticsearch/elastic-setup-job';
import { Elasticsearch } from '../../constructs/elasticsearch/elasticsearch';
import { patternOf, putDailyIndices } from '../../constructs/elasticsearch/index-lifecycle';
import { putDataView } from '../../constructs/kibana/data-view';
import { Kibana } from '../../constructs/kibana/kibana';
import { Logstash } from '../../constructs/logstash/logstash';
import { imageReference } from '../../model/image';
import { defineBundle, jobProps, storeProps, toolProps } from '../context';
import { defineElasticsearch, elasticsearchSecret } from '../elasticsearch';
import { Context } from './context';

const SEARCH = 'elasticsearch';
const passwordOf = (user: string) => ({ secret: elasticsearchSecret(SEARCH), key: `${user}-password` });

/** Text of the pipeline: it reads the names of the indices from variables. */
const pipeline = readFileSync(join(__dirname, 'logstash.conf'), 'utf8');

/** What logs go through, and where people see them. */
export interface Logging {
  /** All that senders know. */
  readonly logstash: Logstash;
  readonly kibana: Kibana;
}

/** Defines where logs are kept, taken and shown. */
export function defineLogging(context: Context): Logging {
  const { component, namespace, rows } = context;
  const { heapPercent, queue, inputs } = rows.logstash;
  const elasticsearch = defineCluster(context);
  const indices = defineIndices(context, elasticsearch);
  const kibana = defineKibana(context, elasticsearch);

  const logstash = new Logstash(component('logstash', 'logstash'), 'logstash', {
    ...storeProps(rows.logstash, context),
    namespace,
    heapPercent,
    queue,
    inputs,
    pipeline,
    env: {
      LOGS_INDEX: rows.logs.logs.index,
      ERRORS_INDEX: rows.logs.errors.index,
      AUDIT_INDEX: rows.logs.audit.index,
      WRITER_PASSWORD: passwordOf('logstash'),
    },
    elasticsearch,
  });
  // An index that is made before its template is never deleted.
  logstash.node.addDependency(indices);
  return { logstash, kibana };
}

function defineCluster(context: Context): Elasticsearch {
  const { namespace, rows } = context;
  const patterns = Object.values(rows.logs).map(({ index }) => patternOf(index));
  return defineElasticsearch(context, {
    namespace,
    name: SEARCH,
    values: rows.elasticsearch,
    bundle: 'mes/elasticsearch',
    tools: rows.tools,
    roles: {
      'log-writer': {
        cluster: ['monitor'],
        indices: [{ names: patterns, privileges: ['create_index', 'create', 'write'] }],
      },
      'log-setup': { cluster: ['manage_ilm', 'manage_index_templates'], indices: [] },
      'log-reader': { cluster: [], indices: [{ names: patterns, privileges: ['read', 'view_index_metadata'] }] },
    },
    users: {
      logstash: { roles: ['log-writer'], property: 'logstash-password' },
      kibana: { roles: ['kibana_system'], property: 'kibana-password' },
      setup: { roles: ['log-setup', 'kibana_admin'], property: 'setup-password' },
      reader: { roles: ['log-reader', 'kibana_admin'], property: 'reader-password' },
    },
  });
}

/** What the two Jobs share: curl stands in the image of Elasticsearch. */
function setupProps({ namespace, rows }: Context) {
  const { image, user } = rows.elasticsearch;
  return {
    ...jobProps(rows.jobs),
    namespace,
    image: imageReference(image),
    user,
    userName: 'setup',
    password: passwordOf('setup'),
  };
}

function defineIndices(context: Context, elasticsearch: Elasticsearch): ElasticSetupJob {
  const { component, rows } = context;
  const replicas = Math.min(1, rows.elasticsearch.nodes - 1);
  return new ElasticSetupJob(component('log-indices', 'logs'), 'log-indices', {
    ...setupProps(context),
    server: elasticsearch.endpoint(),
    url: elasticsearch.url,
    authority: elasticsearch.authority,
    requests: Object.values(rows.logs).flatMap(({ index, retention }) =>
      putDailyIndices({ name: index, retention, replicas }),
    ),
  });
}

function defineKibana(context: Context, elasticsearch: Elasticsearch): Kibana {
  const { component, namespace, rows, environment } = context;
  const { heapPercent, publicUrl, scratch } = rows.kibana;
  const scope = component('kibana', 'kibana');
  const keys = 'kibana-keys';
  const secret = defineBundle(scope, keys, namespace, 'mes/kibana', context);
  const kibana = new Kibana(scope, 'kibana', {
    ...toolProps(rows.kibana, { ...rows.tools, probes: rows.elasticsearch.probes }),
    namespace,
    clusterDomain: environment.clusterDomain,
    elasticsearch,
    userName: 'kibana',
    password: passwordOf('kibana'),
    encryption: {
      security: { secret: keys, key: 'security-key' },
      objects: { secret: keys, key: 'objects-key' },
      reporting: { secret: keys, key: 'reporting-key' },
    },
    publicUrl,
    heapPercent,
    scratch,
  });
  kibana.node.addDependency(secret);
  new ElasticSetupJob(component('kibana-data-views', 'logs'), 'kibana-data-views', {
    ...setupProps(context),
    server: kibana.endpoint(),
    url: kibana.url,
    requests: Object.values(rows.logs).map(({ index, title }) =>
      putDataView({ id: index, pattern: patternOf(index), name: title }),
    ),
  });
  return kibana;
}
