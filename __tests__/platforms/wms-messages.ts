import { environments } from '../../lib/environments';
import { ServiceRow } from '../../lib/model/service';
import { definePlatform } from '../../lib/platforms/platform';
import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { WmsRows } from '../../lib/platforms/wms/rows';

/** Messages about the rows of prod, with some of them changed. */
export function messages(rows: Partial<WmsRows>): string[] {
  const platform = definePlatform({
    name: 'wms',
    table: 'config.ts',
    rows: { ...wms, ...rows },
    findProblems,
    define: () => undefined,
  });
  return platform.findProblems(environments.prod);
}

/** The same value in every environment. */
export const everywhere = <T>(value: T) => ({ dev: value, staging: value, prod: value });
/** Requests of this size, under limits of half a core and 512Mi, in every environment. */
export const resources = (cpu: string, memory: string) =>
  everywhere({ requests: { cpu, memory }, limits: { cpu: '500m', memory: '512Mi' } }) as ServiceRow['resources'];
