/** A program that reports metrics, and those of them that alerts and dashboards go by. */
export interface MetricSource {
  /** Name of the program. */
  readonly program: string;

  /** Where its makers say so: a repository, or a contract of ours. */
  readonly makers: string;

  /** Version that the names were read in. */
  readonly version: string;

  /** What brings it to Prometheus: a workload with a container of this image, or the cluster itself. */
  readonly reportedBy: { readonly image: string } | 'cluster';

  /** Labels of each metric by its name, beside those of its target. */
  readonly metrics: Readonly<Record<string, readonly string[]>>;
}

/** Labels that every scraped series has, whatever reports it. */
export const TARGET_LABELS = ['job', 'instance', 'namespace', 'pod', 'platform'] as const;
