import { Duration } from '../model/duration';

/** Clients of Kafka that log in by name and password, over TLS. */
export interface KafkaLoginRow {
  /** User of the platform's own programs. */
  readonly user: string;

  /** User of the exporter and of the Job that makes topics. */
  readonly toolsUser: string;

  /** Lives of the certificates. Brokers read theirs at start: each must be started again within `renewBefore`. */
  readonly authority: { readonly duration: Duration; readonly renewBefore: Duration };
  readonly certificate: { readonly duration: Duration; readonly renewBefore: Duration };
}
