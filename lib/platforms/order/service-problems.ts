import { seconds } from '../../model/duration';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findStorageProblems } from '../../model/resource-problems';
import { findScaleProblems, findVersionProblems } from '../../model/service-problems';
import { OrderRows } from './rows';

/** What is wrong with the services, and with the rows that one of them alone has. */
export function findOwnProblems(rows: Column<OrderRows>): Problem[] {
  return [
    ...Object.entries(rows.services).flatMap(([name, service]) => [
      ...findScaleProblems(['services', name, 'scale'], service.scale),
      ...findVersionProblems(['services', name, 'version'], service.version),
      ...findGraceProblems(rows, name, service.terminationGrace),
    ]),
    ...findHeapProblems(rows),
    ...findGatewayProblems(rows),
    ...findStreamProblems(rows),
  ];
}

function findGraceProblems({ serviceDefaults }: Column<OrderRows>, name: string, grace: `${number}s`): Problem[] {
  const { drain, shutdown } = serviceDefaults;
  const taken = seconds(drain) + seconds(shutdown);
  if (taken < seconds(grace)) return [];
  const rule = `must be longer than ${taken}s, drain and shutdown together`;
  const cure = 'or requests in flight are cut off';
  return [{ row: ['services', name, 'terminationGrace'], rule, got: grace, cure }];
}

function findHeapProblems({ serviceDefaults: { heapPercent: got } }: Column<OrderRows>): Problem[] {
  if (Number.isInteger(got) && got >= 1 && got <= 75) return [];
  const cure = 'the rest of the memory limit is not heap';
  return [{ row: ['serviceDefaults', 'heapPercent'], rule: 'must be from 1 to 75', got, cure }];
}

function findGatewayProblems({ gateway: { host, requestsPerMinute } }: Column<OrderRows>): Problem[] {
  const problems: Problem[] = [];
  if (host !== false && !/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host)) {
    const rule = "must be the full name of a host such as 'api.example.com', or false";
    problems.push({ row: ['gateway', 'host'], rule, got: host });
  }
  if (!Number.isInteger(requestsPerMinute) || requestsPerMinute < 1) {
    const rule = 'must be a whole number from 1';
    problems.push({ row: ['gateway', 'requestsPerMinute'], rule, got: requestsPerMinute });
  }
  return problems;
}

/** Threads beyond the partitions are idle, and a pod alone must be able to use all of its own. */
function findStreamProblems({ queries, services, topics }: Column<OrderRows>): Problem[] {
  const { threads, state } = queries;
  const read = Object.keys(services['order-query-service'].consumes);
  const partitions = Math.max(0, ...read.map((topic) => topics[topic]?.partitions ?? 0));
  const problems = findStorageProblems(['queries', 'state', 'size'], state.size);
  if (!Number.isInteger(threads) || threads < 1 || threads > partitions) {
    const rule = `must be from 1 to the ${partitions} partitions that it reads`;
    problems.push({ row: ['queries', 'threads'], rule, got: threads, cure: 'a thread without a partition is idle' });
  }
  return problems;
}
