import { environments } from '../../environments';
import { definePlatform } from '../platform';
import { defineCluster } from './chart';
import { cluster } from './config';
import { findProblems } from './problems';
import { findSharedFacts } from './shared-facts';

export const clusterPlatform = definePlatform({
  name: cluster.name,
  table: 'lib/platforms/cluster/config.ts',
  rows: cluster,
  findProblems: (rows, environment) => [
    ...findProblems(rows, environment),
    ...findSharedFacts(environment, Object.values(environments)),
  ],
  define: defineCluster,
});
