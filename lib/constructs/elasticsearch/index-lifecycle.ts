import { Duration, seconds } from '../../model/duration';
import { SetupRequest } from './elastic-setup-job';

/** Daily indices of one kind, deleted when they are old. */
export interface DailyIndices {
  /** Begin of their names, before a dash and the day. */
  readonly name: string;

  /** Age at which an index is deleted, in whole days. */
  readonly retention: Duration;

  /** Copies of each index beside the first, below the number of nodes. */
  readonly replicas: number;
}

const DAY = 86_400;

/** Pattern of the names of daily indices. */
export const patternOf = (name: string): string => `${name}-*`;

/** The requests to Elasticsearch that give daily indices a life of that length, and copies. */
export function putDailyIndices({ name, retention, replicas }: DailyIndices): SetupRequest[] {
  return [
    {
      method: 'PUT',
      path: `/_ilm/policy/${name}`,
      body: {
        policy: {
          phases: {
            hot: { min_age: '0ms', actions: { set_priority: { priority: 100 } } },
            delete: { min_age: `${seconds(retention) / DAY}d`, actions: { delete: {} } },
          },
        },
      },
    },
    {
      method: 'PUT',
      path: `/_index_template/${name}`,
      body: {
        index_patterns: [patternOf(name)],
        // Above the templates that Elasticsearch brings with it.
        priority: 200,
        template: {
          settings: {
            'index.number_of_shards': 1,
            'index.number_of_replicas': replicas,
            'index.lifecycle.name': name,
          },
          mappings: { properties: { '@timestamp': { type: 'date' } } },
        },
      },
    },
  ];
}
