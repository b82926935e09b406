import { AlertCase } from './promtool';

/** MongoDB. */
export const mongoAlertCases: Readonly<Record<string, AlertCase>> = {
  WmsMongoDown: {
    at: '6m',
    firing: { 'mongodb_up{namespace="mongodb",pod="mongodb-1"}': '0x10' },
    labels: { namespace: 'mongodb', pod: 'mongodb-1' },
    summary: 'MongoDB in mongodb-1 does not answer its exporter',
    quiet: { 'mongodb_up{namespace="mongodb",pod="mongodb-1"}': '0x4 1x6' },
  },
  WmsMongoNoPrimary: {
    at: '3m',
    firing: {
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-0"}': '2x10',
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-1"}': '2x10',
    },
    labels: { namespace: 'mongodb' },
    summary: 'No member in mongodb is primary',
    quiet: {
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-0"}': '2x10',
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-1"}': '1x10',
    },
  },
  WmsMongoReplicationLag: {
    at: '10m',
    firing: {
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-0",name="mongodb-2:27017"}':
        '45x10',
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-1",name="mongodb-2:27017"}':
        '40x10',
    },
    labels: { namespace: 'mongodb', name: 'mongodb-2:27017' },
    summary: 'mongodb-2:27017 is 45s behind the primary',
    quiet: {
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-0",name="mongodb-2:27017"}':
        '30x10',
    },
  },
  WmsMongoConnections: {
    at: '15m',
    firing: {
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="current"}': '900x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="available"}': '100x20',
    },
    labels: { namespace: 'mongodb', pod: 'mongodb-0' },
    summary: '90% of the connections of mongodb-0 are taken',
    quiet: {
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="current"}': '800x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="available"}': '200x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="totalCreated"}': '90000x20',
    },
  },
};
