import { environments } from '../../lib/environments';
import { onboardingPlatform } from '../../lib/platforms/onboarding';
import { defineOnboarding } from '../../lib/platforms/onboarding/chart';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { findProblems } from '../../lib/platforms/onboarding/problems';
import { OnboardingRows } from '../../lib/platforms/onboarding/rows';
import { definePlatform } from '../../lib/platforms/platform';
import { Any } from '../dist/read-dist';
import { findOf, nameOf } from '../objects';
import { render } from './rendered';

function withRows(rows: Partial<OnboardingRows>) {
  const { name, table } = onboardingPlatform;
  const platform = definePlatform({
    name,
    table,
    rows: { ...onboarding, ...rows },
    findProblems,
    define: defineOnboarding,
  });
  return render(environments.staging, [platform]);
}

describe('without Redis', () => {
  const disabled = { dev: false, staging: false, prod: false };
  const { objects, problems, faults, telemetry } = withRows({ redis: { ...onboarding.redis, enabled: disabled } });
  const engine = findOf(objects, 'Deployment', 'onboarding-workflow').spec.template.spec.containers[0];
  const config: string = findOf(objects, 'ConfigMap', 'onboarding-workflow').data['application.yaml'];

  test('nothing of it is there, and nothing is wrong', () => {
    expect([problems, faults]).toEqual([[], []]);
    expect(objects.map(nameOf).filter((name) => name.includes('redis'))).toEqual([]);
    expect(JSON.stringify(findOf(objects, 'NetworkPolicy', 'onboarding-workflow'))).not.toContain('redis');
  });

  test('the engine caches nothing and is told no address', () => {
    expect(config).toMatch(/cache:\n\s+type: none\n/);
    expect(config).not.toContain('REDIS_');
    expect(engine.env.filter(({ name }: Any) => name.startsWith('REDIS_'))).toEqual([]);
  });

  test('nobody is alerted about it', () => {
    const names = telemetry.alerts.flatMap(({ alerts }) => alerts.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => name.includes('Redis'))).toEqual([]);
  });
});

test('people who are not known are sent to log in, where the path is guarded by another program', () => {
  const guard = {
    kind: 'external-auth',
    url: 'https://login.example.com/oauth2/auth',
    signIn: 'https://login.example.com/oauth2/start',
  } as const;
  const { workflow } = onboarding;
  const admin = { ...workflow.public.admin, guard: { dev: guard, staging: guard, prod: guard } };
  const { objects, faults } = withRows({ workflow: { ...workflow, public: { ...workflow.public, admin } } });
  expect(faults).toEqual([]);
  const { annotations } = findOf(objects, 'Ingress', 'onboarding-workflow-admin').metadata;
  expect(annotations).toMatchObject({
    'nginx.ingress.kubernetes.io/auth-url': guard.url,
    'nginx.ingress.kubernetes.io/auth-signin': guard.signIn,
  });
  expect(annotations).not.toHaveProperty(['nginx.ingress.kubernetes.io/allowlist-source-range']);
});
