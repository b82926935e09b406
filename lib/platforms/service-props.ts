import { Autoscaling } from '../constructs/workloads/autoscaler';
import { Environment } from '../environments/environment';
import { ScaleDown } from '../model/service';

/** Use of the requests that an autoscaler aims at, in whole percent. */
export interface ScaleTargets {
  readonly cpuPercent: number;

  /**
   * Use of memory.
   *
   * @default - memory is no measure
   */
  readonly memoryPercent?: number;
}

/** How our own services scale: at once upwards, to twice as many pods in a quarter of a minute, and downwards by their row. */
export function autoscalingOf({ cpuPercent, memoryPercent }: ScaleTargets, down: ScaleDown): Autoscaling {
  return {
    cpuPercent,
    ...(memoryPercent !== undefined && { memoryPercent }),
    up: { window: '0s', percent: 100, period: '15s' },
    down: { window: down.after, percent: down.percent, period: down.every },
  };
}

/** Reference of an image of our own, in the registry of an environment. */
export function ownImage({ registry }: Environment, path: string, version: string): string {
  return `${registry}/${path}:${version}`;
}

/** Addresses of the services that one calls, by the names of variables: `ORDER_SERVICE_URL` is that of `order-service`. */
export function calleeUrls(
  calls: readonly string[],
  services: Readonly<Record<string, { readonly port: number }>>,
): Record<string, string> {
  const urls = calls.map((callee) => {
    const name = callee
      .replace(/-service$/, '')
      .toUpperCase()
      .replaceAll('-', '_');
    return [`${name}_SERVICE_URL`, `http://${callee}:${services[callee]?.port ?? 0}`];
  });
  return Object.fromEntries(urls) as Record<string, string>;
}
