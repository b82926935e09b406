/** A program that reports metrics, and those of them that alerts and dashboards go by. */
export interface MetricSource {
  /** Name of the program. */
  readonly program: string;

  /** Where its makers say so: a repository, or a contract of ours. */
  readonly makers: string;

  /** Version that the names were read in. */
  readonly version: string;

  /**
   * Who compared the names with the program: a test that runs it, or, where it cannot be had, what was read:
   * `source: ` and the files of the makers' repository.
   */
  readonly comparedBy: `e2e/${string}.test.ts` | `source: ${string}`;

  /** What brings it to Prometheus: a workload with a container of one of these images, or the cluster itself. */
  readonly reportedBy: { readonly image: string | readonly string[] } | 'cluster';

  /** Labels of each metric by its name, beside those of its target; one that its target has, too, is `exported_…`. */
  readonly metrics: Readonly<Record<string, readonly string[]>>;
}

/** Labels that every scraped series has, whatever reports it. */
export const TARGET_LABELS = ['job', 'instance', 'namespace', 'pod', 'platform'] as const;
