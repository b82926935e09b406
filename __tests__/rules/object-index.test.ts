import { ObjectIndex } from '../../lib/rules/object-index';
import { Manifest, RenderedObject } from '../../lib/rules/rendered-object';

const object = (apiVersion: string, kind: string): RenderedObject => ({
  path: 'a.yaml',
  manifest: { apiVersion, kind, metadata: { name: 'shop' } } as Manifest,
});

test.each([
  ['v1', 'Service', 'serving.knative.dev/v1'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'projectcalico.org/v3'],
  ['networking.k8s.io/v1', 'Ingress', 'config.openshift.io/v1'],
  ['batch/v1', 'Job', 'batch.volcano.sh/v1alpha1'],
])('%s %s is not the one of %s', (own, kind, foreign) => {
  const [ours, theirs] = [object(own, kind), object(foreign, kind)];
  const index = new ObjectIndex([ours, theirs]);
  expect(index.ofKind(kind)).toEqual([ours]);
  expect(index.find(kind, undefined, 'shop')).toBe(ours);
  expect(new ObjectIndex([theirs]).find(kind, undefined, 'shop')).toBeUndefined();
});

test('kinds that only others have are found by their name', () => {
  const rollout = object('argoproj.io/v1alpha1', 'Rollout');
  expect(new ObjectIndex([rollout]).ofKind('Rollout', 'Service')).toEqual([rollout]);
});
