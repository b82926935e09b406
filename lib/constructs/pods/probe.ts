import { k8s } from 'cdk8s-plus-27';
import { Duration, seconds } from '../../model/duration';

/** How the kubelet asks a container. `port` is the name of one of the container's ports, but for gRPC its number. */
export type Check =
  | { readonly http: string; readonly port: string; readonly scheme?: 'HTTPS' }
  | { readonly tcp: string }
  | { readonly grpc: number; readonly service: string }
  | { readonly exec: readonly string[] };

/** A check, and how often and how long it is made. */
export interface Probe {
  readonly check: Check;

  /** Time between two checks. */
  readonly period: Duration;

  /** Time for one answer, shorter than `period`. */
  readonly timeout: Duration;

  /** Checks in a row that must fail before the kubelet acts. */
  readonly failures: number;
}

/** The three questions a kubelet asks. */
export interface Probes {
  /** Whether the program has started; the others wait for it. `period` × `failures` is the time it is given. */
  readonly startup: Probe;

  /** Whether the pod may be sent requests. */
  readonly readiness: Probe;

  /** Whether the program must be restarted. Never asks about another server. */
  readonly liveness: Probe;
}

/** How often a check is made and how many failures in a row count, whatever is asked. */
export type Timing = Omit<Probe, 'check'>;

/** When each of the three questions is asked. */
export type Timings = { readonly [K in keyof Probes]: Timing };

/** Joins what is asked to when it is asked: one check for all three questions, but for those that have their own. */
export function probesOf(timings: Timings, check: Check, others: Partial<Record<keyof Probes, Check>> = {}): Probes {
  return {
    startup: { check: others.startup ?? check, ...timings.startup },
    readiness: { check: others.readiness ?? check, ...timings.readiness },
    liveness: { check: others.liveness ?? check, ...timings.liveness },
  };
}

/** Renders a probe with every field that the API server would fill in. */
export function renderProbe({ check, period, timeout, failures }: Probe): k8s.Probe {
  return {
    ...renderCheck(check),
    periodSeconds: seconds(period),
    timeoutSeconds: seconds(timeout),
    failureThreshold: failures,
    successThreshold: 1,
  };
}

function renderCheck(check: Check): k8s.Probe {
  if ('http' in check) {
    const { http: path, port, scheme = 'HTTP' } = check;
    return { httpGet: { path, port: k8s.IntOrString.fromString(port), scheme } };
  }
  if ('tcp' in check) return { tcpSocket: { port: k8s.IntOrString.fromString(check.tcp) } };
  if ('grpc' in check) return { grpc: { port: check.grpc, service: check.service } };
  return { exec: { command: [...check.exec] } };
}

/** What is wrong with timings: a check that may take longer than its period is made again before it is answered. */
export function findTimingProblems(timings: Timings): string[] {
  return Object.entries(timings)
    .filter(([, { period, timeout }]) => seconds(timeout) >= seconds(period))
    .map(
      ([name, { period, timeout }]) =>
        `probes.${name}.timeout must be shorter than its period ${period}, got ${timeout}`,
    );
}
