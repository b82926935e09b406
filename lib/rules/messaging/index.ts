import { Family } from '../rule';
import { ownGroups, partitionsForAll } from './consumers';
import { inSyncBelowReplication, inSyncWithinReplication, noAutoCreate, replicationWithinBrokers } from './replication';
import { declaredOnce, distinctTopics, retention, topicDeclared, topicNames } from './topic-rules';

export const messaging: Family = {
  name: 'messaging',
  title: 'Topics are there, as large and as safe as their users need',
  rules: [
    ...[topicDeclared, declaredOnce, topicNames, distinctTopics, retention],
    ...[replicationWithinBrokers, inSyncWithinReplication, inSyncBelowReplication, noAutoCreate],
    ...[partitionsForAll, ownGroups],
  ],
};
