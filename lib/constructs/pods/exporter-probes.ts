import { Probes } from './probe';

// Not the metrics themselves: they would ask the server, and restart the exporter for the server's failure.
const check = { http: '/', port: 'metrics' } as const;

/** Probes of an exporter beside its server, which serves a page of its own on the port `metrics`. */
export const EXPORTER_PROBES: Probes = {
  startup: { check, period: '5s', timeout: '3s', failures: 12 },
  readiness: { check, period: '10s', timeout: '3s', failures: 3 },
  liveness: { check: { tcp: 'metrics' }, period: '20s', timeout: '5s', failures: 3 },
};
