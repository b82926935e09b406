import { external } from '../../lib/model/store';
import { defineMes } from '../../lib/platforms/mes/chart';
import { mes } from '../../lib/platforms/mes/config';
import { findProblems as findMesProblems } from '../../lib/platforms/mes/problems';
import { defineObservability } from '../../lib/platforms/observability/chart';
import { observability } from '../../lib/platforms/observability/config';
import { findProblems as findObservabilityProblems } from '../../lib/platforms/observability/problems';
import { defineOnboarding } from '../../lib/platforms/onboarding/chart';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { findProblems as findOnboardingProblems } from '../../lib/platforms/onboarding/problems';
import { defineOrder } from '../../lib/platforms/order/chart';
import { order } from '../../lib/platforms/order/config';
import { findProblems as findOrderProblems } from '../../lib/platforms/order/problems';
import { definePlatform, Platform } from '../../lib/platforms/platform';
import { Any } from '../dist/read-dist';
import { everywhere } from './row-messages';

/** Servers of others. */
export const cidrs = ['10.40.0.0/24', '10.41.0.0/24'];
const server = (host: string, port: number) => external({ host, port, cidrs });
export const kafka = external({ hosts: ['b-1.example.com', 'b-2.example.com'], port: 9096, cidrs });
export const postgresql = server('postgres.example.com', 5433);
const redis = server('redis.example.com', 6380);

/** Rows of which some stores are run by others. */
export function withProvisions<T extends object>(rows: T, provisions: Partial<Record<keyof T, unknown>>): T {
  const changed = Object.entries(provisions).map(([store, provision]) => [
    store,
    { ...(rows as Any)[store], provision: everywhere(provision) },
  ]);
  return { ...rows, ...Object.fromEntries(changed) };
}

export const table = 'config.ts';
export const changed: Record<string, Platform> = {
  order: definePlatform({
    name: 'order',
    table,
    rows: withProvisions(order, { kafka, postgresql, keycloakPostgresql: server('keycloak.example.com', 5433) }),
    findProblems: findOrderProblems,
    define: defineOrder,
  }),
  onboarding: definePlatform({
    name: 'onboarding',
    table,
    rows: withProvisions(onboarding, { kafka, postgresql, redis }),
    findProblems: findOnboardingProblems,
    define: defineOnboarding,
  }),
  mes: definePlatform({
    name: 'mes',
    table,
    rows: withProvisions(mes, { kafka, postgresql, redis }),
    findProblems: findMesProblems,
    define: defineMes,
  }),
  observability: definePlatform({
    name: 'observability',
    table,
    rows: withProvisions(observability, { postgresql }),
    findProblems: findObservabilityProblems,
    define: defineObservability,
  }),
};
