import { environments } from '../../lib/environments';
import { ServiceRow } from '../../lib/model/service';
import { definePlatform, PlatformProps } from '../../lib/platforms/platform';

/** What is said about the rows of a table in prod, with some of them changed. */
export function messagesOf<T extends object>(rows: T, findProblems: PlatformProps<T>['findProblems']) {
  return (changed: Partial<T>): string[] =>
    definePlatform({
      name: 'platform',
      table: 'config.ts',
      rows: { ...rows, ...changed },
      findProblems,
      define: () => undefined,
    }).findProblems(environments.prod);
}

/** The same value in every environment. */
export const everywhere = <T>(value: T) => ({ dev: value, staging: value, prod: value });

/** Requests of this size, under limits of half a core and 512Mi, in every environment. */
export const resources = (cpu: string, memory: string) =>
  everywhere({ requests: { cpu, memory }, limits: { cpu: '500m', memory: '512Mi' } }) as ServiceRow['resources'];
