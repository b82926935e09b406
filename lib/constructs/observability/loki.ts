import { Construct } from 'constructs';
import { hours, seconds } from '../../model/duration';
import { SignalStore, SignalStoreProps } from './signal-store';

/** Properties for `Loki`. */
export interface LokiProps extends SignalStoreProps {
  /** Reference of an image `grafana/loki`, 3.x. */
  readonly image: string;

  /** Largest stream of logs that is taken, in whole megabytes a second; more is refused, and the sender tries again. */
  readonly ingestionMegabytes: number;
}

/** Port of its HTTP interface: queries, pushes, OTLP, metrics. */
export const LOKI_PORT = 3100;

/** Folder of the volume. */
const FOLDER = '/loki';

/** Time that one index covers, and so the step in which old logs can be deleted. */
const INDEX_PERIOD = '24h';

/** Logs, with a few labels each, on one volume. */
export class Loki extends SignalStore {
  /** `http://host:port`. */
  public readonly url: string;

  constructor(scope: Construct, id: string, props: LokiProps) {
    super(scope, id, props, { ports: { http: LOKI_PORT }, folder: FOLDER, config: renderConfig(props) });
    this.node.addValidation({ validate: () => findProblems(props) });
    this.url = `http://${this.host}:${LOKI_PORT}`;
  }
}

function renderConfig({ retention, ingestionMegabytes }: LokiProps): object {
  return {
    // One tenant: who may reach it at all is the policies' business.
    auth_enabled: false,
    server: { http_listen_port: LOKI_PORT, log_level: 'info' },
    common: {
      instance_addr: '127.0.0.1',
      path_prefix: FOLDER,
      replication_factor: 1,
      ring: { kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: `${FOLDER}/chunks`, rules_directory: `${FOLDER}/rules` } },
    },
    schema_config: {
      configs: [
        {
          from: '2024-01-01',
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'index_', period: INDEX_PERIOD },
        },
      ],
    },
    compactor: {
      working_directory: `${FOLDER}/compactor`,
      retention_enabled: true,
      delete_request_store: 'filesystem',
    },
    limits_config: {
      retention_period: `${hours(retention)}h`,
      ingestion_rate_mb: ingestionMegabytes,
      ingestion_burst_size_mb: 2 * ingestionMegabytes,
      // What OTLP says of a record beyond its labels, above all its trace.
      allow_structured_metadata: true,
    },
    analytics: { reporting_enabled: false },
  };
}

function findProblems({ retention, ingestionMegabytes }: LokiProps): string[] {
  const problems: string[] = [];
  if (seconds(retention) === 0 || seconds(retention) % seconds(INDEX_PERIOD) !== 0) {
    problems.push(`retention must be whole days, got ${retention}; an index covers ${INDEX_PERIOD}`);
  }
  if (!Number.isInteger(ingestionMegabytes) || ingestionMegabytes < 1) {
    problems.push(`ingestionMegabytes must be a whole number from 1, got ${ingestionMegabytes}`);
  }
  return problems;
}
