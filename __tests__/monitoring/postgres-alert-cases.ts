import { AlertCase } from './promtool';

/** PostgreSQL. */
export const postgresAlertCases: Readonly<Record<string, AlertCase>> = {
  WmsPostgresDown: {
    at: '4m',
    firing: { 'pg_up{namespace="temporal",pod="temporal-postgresql-0"}': '0x10' },
    labels: { namespace: 'temporal', pod: 'temporal-postgresql-0' },
    summary: 'PostgreSQL in temporal-postgresql-0 does not answer its exporter',
    quiet: { 'pg_up{namespace="temporal",pod="temporal-postgresql-0"}': '1x10' },
  },
  WmsPostgresConnections: {
    at: '15m',
    firing: {
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="a",state="idle"}':
        '180x20',
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="b",state="active"}':
        '180x20',
      'pg_settings_max_connections{namespace="temporal",job="temporal-postgresql",pod="p-0"}': '400x20',
    },
    labels: { job: 'temporal-postgresql', pod: 'p-0' },
    summary: '90% of the connections of p-0 are taken',
    quiet: {
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="a",state="idle"}':
        '320x20',
      'pg_settings_max_connections{namespace="temporal",job="temporal-postgresql",pod="p-0"}': '400x20',
    },
  },
};
