import { Elasticsearch } from '../../constructs/elasticsearch/elasticsearch';
import { ElasticsearchRole } from '../../constructs/elasticsearch/elasticsearch-access';
import { SecretKey } from '../../constructs/pods/env';
import { defineElasticsearch, elasticsearchSecret } from '../elasticsearch';
import { Context } from './context';

/** The read model as its service sees it. */
export interface ReadModel {
  readonly elasticsearch: Elasticsearch;

  /** Password of the user who may write the index. */
  readonly password: SecretKey;
}

const NAME = 'elasticsearch';

/** Defines the search servers that hold the read model, with one user for the service that writes it. */
export function defineReadModel(context: Context): ReadModel {
  const { namespace, rows } = context;
  const { index, indexUser } = rows.queries;
  const property = 'order-query-password';
  const elasticsearch = defineElasticsearch(context, {
    namespace,
    name: NAME,
    values: rows.elasticsearch,
    bundle: 'order/elasticsearch',
    roles: { [indexUser]: writerOf(index) },
    users: { [indexUser]: { roles: [indexUser], property } },
    tools: rows.tools,
  });
  return { elasticsearch, password: { secret: elasticsearchSecret(NAME), key: property } };
}

/** May do everything with one index, and nothing with others. */
const writerOf = (index: string): ElasticsearchRole => ({
  cluster: ['monitor'],
  indices: [{ names: [index], privileges: ['all'] }],
});
