import { HttpCheck } from '../constructs/workloads/service-pod';
import { Duration } from '../model/duration';

/** What all services of a platform share, because their images do. */
export interface ServiceDefaults {
  /** Folder of the images in the environment's registry. */
  readonly imageFolder: string;

  /** Numeric user of the images. */
  readonly user: number;
  readonly startup: HttpCheck;
  readonly readiness: HttpCheck;
  readonly liveness: HttpCheck;

  /** Time that a pod goes on serving after it was told to end. */
  readonly drain: Duration;
  readonly minReady: Duration;
  readonly progressDeadline: Duration;

  /** CPU use aimed at, in whole percent of the request. */
  readonly cpuPercent: number;

  /** Memory use aimed at, in whole percent of the request. */
  readonly memoryPercent: number;
}
