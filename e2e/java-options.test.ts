import { ENVIRONMENTS } from '../lib/model/environment';
import { Any, find } from '../__tests__/dist/read-dist';
import { assertTools, execute } from './harness/command';

beforeAll(() => assertTools('java'));

const optionsOf = (environment: (typeof ENVIRONMENTS)[number]): string =>
  find(environment, 'Deployment', 'onboarding-workflow').spec.template.spec.containers[0].env.find(
    ({ name }: Any) => name === 'JAVA_TOOL_OPTIONS',
  ).value;

test.each(ENVIRONMENTS)('%s: a JVM starts with the rendered options, and takes G1', async (environment) => {
  const env = { JAVA_TOOL_OPTIONS: optionsOf(environment) };
  const { code, stdout } = await execute('java', ['-XX:+PrintFlagsFinal', '-version'], { env });
  expect(code).toBe(0);
  expect(stdout).toMatch(/bool UseG1GC\s+= true/);
  expect(stdout).toMatch(/MaxGCPauseMillis\s+= 200\s/);
  expect(stdout).toMatch(/MaxRAMPercentage\s+= 75\.0+\s/);
});

test('the options of the seed end a JVM at its start', async () => {
  const env = { JAVA_TOOL_OPTIONS: '-XX:+PrintGCDetails -XX:+PrintGCTimeStamps' };
  const { code, stdout, stderr } = await execute('java', ['-version'], { env });
  expect({ code, said: stdout + stderr }).toEqual({ code: 1, said: expect.stringContaining('Unrecognized VM option') });
});
