import { MetricsTarget } from '../constructs/workloads/metrics-target';
import { PodPeer } from '../constructs/workloads/endpoint';
import { Workload } from '../constructs/workloads/workload';
import { Alert, AlertGroup } from '../model/alert';
import { Dashboard } from '../model/dashboard';
import { Duration } from '../model/duration';
import { Bytes } from '../model/quantity';

/** A backup that must succeed again and again. */
export interface BackupPromise {
  readonly namespace: string;

  /** Name of the CronJob. */
  readonly cronJob: string;

  /** Most that may be lost: the age of the last success after which somebody must know. */
  readonly rpo: Duration;

  /** Claims of the server's volumes: each holds what is dumped. */
  readonly claims: readonly string[];

  /** Largest size of a dump. */
  readonly dumpSize: Bytes;
}

/** A workload that is scraped, and the platform that it belongs to. */
export interface ScrapeTarget extends MetricsTarget {
  readonly platform: string;
}

/**
 * What the platforms of one cluster report, for the platform `observability` to collect: it is defined last and reads
 * what the others left here.
 */
export class Telemetry {
  public readonly targets: ScrapeTarget[] = [];

  /** Workloads that send traces, metrics and logs to the collector. */
  public readonly senders: Workload[] = [];
  public readonly alerts: AlertGroup[] = [];
  public readonly dashboards: Dashboard[] = [];

  /** Backups, for the alerts on their age and their size. */
  public readonly backups: BackupPromise[] = [];

  /** @param scraper pods that scrape, in this environment */
  constructor(private readonly scraper: PodPeer) {}

  /** Admits the scraper to what a platform reports. */
  public scrape(platform: string, targets: readonly MetricsTarget[]): void {
    for (const target of targets) {
      this.targets.push({ ...target, ...target.workload.admitScraper(this.scraper, target), platform });
    }
  }

  /** Lets Prometheus evaluate alerts; a group without any is left out. */
  public alert(name: string, alerts: readonly Alert[]): void {
    if (alerts.length > 0) this.alerts.push({ name, alerts });
  }
}
