import { Timings } from '../../constructs/pods/probe';
import { OBSERVABILITY } from './names';
import { ObservabilityRows } from './rows';

// prettier-ignore
const toolProbes: Timings = {
  startup:   { period: '5s',  timeout: '3s', failures: 24 },
  readiness: { period: '10s', timeout: '3s', failures: 3 },
  liveness:  { period: '20s', timeout: '3s', failures: 3 },
};

// prettier-ignore
export const observability: ObservabilityRows = {
  name: OBSERVABILITY,

  tools: { terminationGrace: '30s', minReady: '5s', progressDeadline: '600s', probes: toolProbes },
};
