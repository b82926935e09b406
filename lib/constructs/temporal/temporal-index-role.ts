import { ElasticsearchRole } from '../elasticsearch/elasticsearch-access';

/** What Temporal must be allowed: to keep its template, and everything in the indices that the template matches. */
export const TEMPORAL_INDEX_ROLE: ElasticsearchRole = {
  cluster: ['monitor', 'manage_index_templates'],
  indices: [{ names: ['temporal_visibility_v1*'], privileges: ['all'] }],
};
