import { Construct } from 'constructs';
import { hours, seconds } from '../../model/duration';
import { SignalStore, SignalStoreProps } from './signal-store';

/** Properties for `Tempo`. */
export interface TempoProps extends SignalStoreProps {
  /** Reference of an image `grafana/tempo`, 2.7 to 2.10: 3.0 names its settings otherwise. */
  readonly image: string;
}

/** Ports of its HTTP interface and of the two ways in which it takes OTLP. */
export const TEMPO_PORTS = { http: 3200, 'otlp-grpc': 4317, 'otlp-http': 4318 } as const;

/** Folder of the volume. */
const FOLDER = '/var/tempo';

/** Traces, found by their id or by a query, on one volume. */
export class Tempo extends SignalStore {
  /** `http://host:port` for queries. */
  public readonly url: string;

  /** `host:port` for OTLP over gRPC. */
  public readonly otlpAddress: string;

  constructor(scope: Construct, id: string, props: TempoProps) {
    super(scope, id, props, { ports: TEMPO_PORTS, folder: FOLDER, config: renderConfig(props) });
    this.node.addValidation({ validate: () => findProblems(props) });
    this.url = `http://${this.host}:${TEMPO_PORTS.http}`;
    this.otlpAddress = `${this.host}:${TEMPO_PORTS['otlp-grpc']}`;
  }
}

function renderConfig({ retention }: TempoProps): object {
  // Receivers listen on the loopback interface unless they are told otherwise.
  const receiver = (port: number) => ({ endpoint: `0.0.0.0:${port}` });
  return {
    server: { http_listen_port: TEMPO_PORTS.http, log_level: 'info' },
    distributor: {
      receivers: {
        otlp: {
          protocols: { grpc: receiver(TEMPO_PORTS['otlp-grpc']), http: receiver(TEMPO_PORTS['otlp-http']) },
        },
      },
    },
    storage: {
      trace: { backend: 'local', local: { path: `${FOLDER}/blocks` }, wal: { path: `${FOLDER}/wal` } },
    },
    compactor: { compaction: { block_retention: `${hours(retention)}h` } },
    usage_report: { reporting_enabled: false },
  };
}

function findProblems({ retention }: TempoProps): string[] {
  return seconds(retention) < 3600 ? [`retention must be at least 1h, got ${retention}`] : [];
}
