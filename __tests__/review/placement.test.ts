import { NOTHING } from '../../lib/model/amounts';
import { ComponentCapacity } from '../../lib/review/capacity';
import { NodeDemands } from '../../lib/review/node-demands';
import { findUnplaced } from '../../lib/review/placement';

/** Pods of a workload that ask for this many millicores and bytes each. */
function component(
  name: string,
  pods: number,
  cpu: number,
  memory = 1,
  demands: Partial<NodeDemands> = {},
): ComponentCapacity {
  const each = { ...NOTHING, pods: 1, requestsCpu: cpu, requestsMemory: memory };
  const all = { ...NOTHING, pods };
  return {
    platform: '',
    namespace: 'shop',
    name,
    runs: 'always',
    each,
    demands: { apart: false, skew: undefined, labels: { app: name }, shunned: [], choosy: false, ...demands },
    smallest: NOTHING,
    largest: all,
    onEveryNode: false,
    surge: 0,
  };
}

const node = { cpu: 1000, memory: 1000, pods: 10 };

test('pods that fit exactly are placed, the large ones first', () => {
  const components = [component('small', 4, 250), component('large', 2, 500)];
  expect(findUnplaced(components, 'largest', { ...node, count: 2 })).toEqual([]);
});

test('a sum that fits is no proof: a pod needs one node with room', () => {
  expect(findUnplaced([component('wide', 3, 600)], 'largest', { ...node, count: 2 })).toEqual(['shop/wide']);
});

test('memory binds as CPU does', () => {
  expect(findUnplaced([component('fat', 2, 1, 501)], 'largest', { ...node, count: 1 })).toEqual(['shop/fat']);
});

test('pods that must not share a host need as many nodes', () => {
  expect(findUnplaced([component('db', 3, 1, 1, { apart: true })], 'largest', { ...node, count: 2 })).toEqual([
    'shop/db',
  ]);
  expect(findUnplaced([component('db', 3, 1, 1, { apart: true })], 'largest', { ...node, count: 3 })).toEqual([]);
});

test('a node holds no more pods than it may', () => {
  expect(findUnplaced([component('tiny', 11, 1)], 'largest', { ...node, count: 1 })).toEqual(['shop/tiny']);
});

test('the fewest pods are asked for where the smallest scale is meant', () => {
  expect(findUnplaced([component('wide', 3, 600)], 'smallest', { ...node, count: 1 })).toEqual([]);
});
