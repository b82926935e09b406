import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { MirrorRow } from '../../lib/model/kafka-mirror';
import { messages } from './wms-messages';
import { mirror, platformWith, remote, withMirror } from './wms-mirror-row';

test.each<[string, Partial<MirrorRow>, string]>([
  [
    'two clusters of others',
    { source: { ...remote, alias: 'third' } },
    'kafka.mirror.prod.source: must be of kind \'own\' where target is not, and only then, got ["remote","remote"]; a mirror between two other clusters belongs to one of them',
  ],
  [
    'a cluster that is its own mirror',
    { target: { kind: 'own', alias: 'standby' } },
    'kafka.mirror.prod.source: must be of kind \'own\' where target is not, and only then, got ["own","own"]; a mirror between two other clusters belongs to one of them',
  ],
  [
    'one alias for both',
    { target: { ...remote, alias: 'wms' } },
    "kafka.mirror.prod.target.alias: must differ from source.alias, got 'wms'",
  ],
  [
    'an alias with a dot',
    { target: { ...remote, alias: 'a.b' } },
    "kafka.mirror.prod.target.alias: must be of a-z, 0-9 and -, got 'a.b'",
  ],
  [
    'a host with its port',
    { target: { ...remote, hosts: ['kafka:9094'] } },
    'kafka.mirror.prod.target.hosts: must be names of hosts without ports, at least one, got ["kafka:9094"]',
  ],
  [
    'no host',
    { target: { ...remote, hosts: [] } },
    'kafka.mirror.prod.target.hosts: must be names of hosts without ports, at least one, got []',
  ],
  [
    'a user name that is more than a name',
    { target: { ...remote, userName: 'a" b' } },
    "kafka.mirror.prod.target.userName: must be of letters, digits, ., _ and -, got 'a\" b'",
  ],
  [
    'no range of addresses',
    { target: { ...remote, cidrs: [] } },
    'kafka.mirror.prod.target.cidrs: must name at least one range, got []; without one, nobody may connect',
  ],
  [
    'a topic that the table does not have',
    { topics: ['wms.orders.events', 'wms.returns.events'] },
    "kafka.mirror.prod.topics: must be topics of the table, got 'wms.returns.events'",
  ],
  [
    'no group',
    { groups: [] },
    "kafka.mirror.prod.groups: must name at least one group, got []; write 'all', or clients begin anew in the target",
  ],
  ['no copies', { replicationFactor: 0 }, 'kafka.mirror.prod.replicationFactor: must be a whole number from 1, got 0'],
  [
    'more copies than brokers here',
    { source: remote, target: { kind: 'own', alias: 'wms' }, replicationFactor: 5 },
    'kafka.mirror.prod.replicationFactor: must be from 1 to the 3 brokers, got 5',
  ],
  [
    'an interval without a unit',
    { offsetsInterval: '30' as '30s' },
    "kafka.mirror.prod.offsetsInterval: must be a duration such as 60s, got '30'",
  ],
  [
    'more tasks than partitions',
    { topics: ['wms.labor.events'], tasks: 5 },
    'kafka.mirror.prod.tasks: must be from 1 to the 4 partitions of the topics, got 5; a task has one partition at least',
  ],
  [
    'more pods than tasks',
    { instances: 5 },
    'kafka.mirror.prod.instances: must be from 1 to tasks 4, got 5; one without a task copies nothing',
  ],
  [
    'a pod that asks for more than it may have',
    { resources: { requests: { cpu: '2', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } } },
    "kafka.mirror.prod.resources.requests.cpu: must be at most limits 1, got '2'; lower it or raise the limit",
  ],
])('%s is refused', (_, change, message) => {
  expect(messages(withMirror({ ...mirror, ...change }))).toEqual([message]);
});

test('no topic is refused, and so are tasks that then have nothing to do', () => {
  expect(messages(withMirror({ ...mirror, topics: [] }))).toEqual([
    'kafka.mirror.prod.topics: must name at least one topic, got []',
    'kafka.mirror.prod.tasks: must be from 1 to the 0 partitions of the topics, got 4; a task has one partition at least',
  ]);
});

test('a mirror is refused where secrets are generated', () => {
  const environment: Environment = { ...environments.prod, secretStore: environments.dev.secretStore };
  expect(platformWith(mirror).findProblems(environment)).toEqual([
    "kafka.mirror.prod: must be off where secrets are generated: a password that nobody supplied opens nothing, got 'a mirror'; write false, or have a store of kind 'aws' or 'vault'",
  ]);
});
