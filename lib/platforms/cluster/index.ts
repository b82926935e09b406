import { definePlatform } from '../platform';
import { defineCluster } from './chart';
import { cluster } from './config';
import { findProblems } from './problems';

export const clusterPlatform = definePlatform({
  name: cluster.name,
  table: 'lib/platforms/cluster/config.ts',
  rows: cluster,
  findProblems,
  define: defineCluster,
});
