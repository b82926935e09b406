import { Limits } from '../reading/read-bundles';
import { Rule } from '../rules/rule';

/** What a check is told. */
export interface CheckOptions {
  /** Files, folders, or `-`. */
  readonly paths: readonly string[];

  /** Rules to hold against the objects. */
  readonly rules: readonly Rule[];

  /**
   * Whether these are not all rules, so that a waiver may have nothing to waive.
   *
   * @default false
   */
  readonly isPart?: boolean;

  /**
   * Minor version of the cluster, in place of what environments say.
   *
   * @default - theirs
   */
  readonly kubeVersion?: string;

  /**
   * Files with definitions of custom resources.
   *
   * @default - those in the bundle
   */
  readonly schemas?: readonly string[];

  /**
   * File that holds waivers; `false` for none.
   *
   * @default - waivers.yaml, if there is one
   */
  readonly waivers?: string | false;

  /** @default - 20 MB for one file, 100 MB for all */
  readonly limits?: Limits;
}

const MEGABYTE = 1024 ** 2;

/** What people write is far below; what is above is a mistake or an attack. */
export const DEFAULT_LIMITS: Limits = { fileBytes: 20 * MEGABYTE, totalBytes: 100 * MEGABYTE };
