import { ENVIRONMENTS, EnvironmentName } from '../lib/model/environment';
import { Any, distOf } from '../__tests__/dist/read-dist';
import { Delivered } from './delivered';
import { forAllTests } from './harness/for-all-tests';
import { findOutOfOrder, Made, measure } from './wave-order';

/** Platforms of an environment, each the objects of one Application. */
function platformsOf(environment: EnvironmentName): Map<string, Any[]> {
  const platforms = new Map<string, Any[]>();
  for (const { file, object } of distOf(environment)) {
    const [, platform = ''] = file.split('/');
    if (platform !== 'argocd') platforms.set(platform, [...(platforms.get(platform) ?? []), object]);
  }
  return platforms;
}

describe.each(['prod'] as const)('Argo CD 3.2.1 delivers %s from its root', (environment) => {
  const delivered = forAllTests(() => Delivered.start(environment), 40);
  const measured = async (): Promise<Made[]> => {
    const pods = await delivered().list('pods', '-A');
    const made: Made[] = [];
    for (const [platform, objects] of platformsOf(environment))
      made.push(...measure(platform, objects, await delivered().live(objects), pods));
    return made;
  };

  test('every Application ends Synced and Healthy', async () => {
    await delivered().applyRoot();
    await delivered().settle(await delivered().repository.head(), 480_000);
    expect(1).toBe(1);
  }, 600_000);

  test('nothing is made before everything of the waves below is whole', async () => {
    const made = await measured();
    expect(findOutOfOrder(made)).toEqual([]);
  }, 60_000);
});
