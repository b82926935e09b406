import { Component } from '../constructs/component';
import { ChartRelease } from '../gitops/chart-release';
import { ChartRow } from './charts';
import { PlatformContext } from './context';
import { routeOf } from './delivery-route';

/** A release of a chart that a platform has. */
export interface ReleaseOptions {
  readonly chart: ChartRow;

  /** Name of the release, which the chart names its objects after. */
  readonly release: string;
  readonly namespace: string;
  readonly values: object;

  /** Services of it that clients call. */
  readonly services: readonly string[];
}

/** Defines a release among the objects of a platform, as `<platform>-<release>` among all Applications. */
export function defineRelease(
  { environment, platform }: PlatformContext,
  scope: Component,
  { chart, release, namespace, values, services }: ReleaseOptions,
): ChartRelease {
  const { namespace: argoCd, server, schedule } = routeOf(environment);
  return new ChartRelease(scope, `${platform}-${release}`, {
    route: { namespace: argoCd, server, schedule },
    source: chart,
    release,
    namespace,
    values,
    services,
  });
}

/** An image as most charts are told of it, under a registry that some of them take apart. */
export function imageValues({ repository, tag }: { readonly repository: string; readonly tag: string }): ImageValues {
  const slash = repository.indexOf('/');
  return { registry: repository.slice(0, slash), repository: repository.slice(slash + 1), tag };
}

/** Values of an image. */
export interface ImageValues {
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
}
