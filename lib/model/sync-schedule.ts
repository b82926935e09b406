import { Duration } from './duration';

/** When an Application is synced, and how often after a failure. */
export interface SyncSchedule {
  /** Whether Argo CD syncs by itself, deletes what is gone, and undoes what somebody changed by hand. */
  readonly automated: boolean;

  /** How often a failed sync is tried again, and how long Argo CD waits before. */
  readonly retry: {
    readonly limit: number;
    readonly after: Duration;
    readonly factor: number;
    readonly most: Duration;
  };
}
