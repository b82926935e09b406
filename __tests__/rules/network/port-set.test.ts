import * as fc from 'fast-check';
import { AddressBlock, addressBlock, covers, isEverywhere, parseBlock } from '../../../lib/rules/network/address-block';
import { PortSet } from '../../../lib/rules/network/port-set';

const port = fc.integer({ min: 1, max: 12 });
const range = fc.record({ protocol: fc.constantFrom('TCP', 'UDP'), first: port, last: port });
const ranges = fc.array(range, { maxLength: 4 });
type Ranges = readonly { readonly protocol: string; readonly first: number; readonly last: number }[];
const setOf = (list: Ranges) =>
  list.reduce((sum, { protocol, first, last }) => sum.union(PortSet.of(protocol, first, last)), PortSet.NONE);
const has = (list: Ranges, number: number) =>
  list.some(({ protocol, first, last }) => protocol === 'TCP' && first <= number && number <= last);

test('union, intersection and difference hold for each port', () => {
  fc.assert(
    fc.property(ranges, ranges, port, (a, b, number) => {
      const [own, other] = [has(a, number), has(b, number)];
      expect(setOf(a).union(setOf(b)).has('TCP', number)).toBe(own || other);
      expect(setOf(a).intersect(setOf(b)).has('TCP', number)).toBe(own && other);
      expect(setOf(a).minus(setOf(b)).has('TCP', number)).toBe(own && !other);
    }),
    { numRuns: 500, seed: 2026 },
  );
});

test('what is written of a set is read as the same set', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const texts = setOf(list).toTexts();
      const read = texts.reduce((sum, text) => sum.union(PortSet.parse(text) ?? PortSet.ALL), PortSet.NONE);
      expect(read.equals(setOf(list))).toBe(true);
    }),
    { numRuns: 200, seed: 2026 },
  );
});

test('everything is a star, and no protocol means TCP', () => {
  expect(PortSet.ALL.toString()).toBe('*');
  expect(PortSet.allOf('UDP').toString()).toBe('*/UDP');
  expect(PortSet.parse('*')).toBe(PortSet.ALL);
  expect(PortSet.parse('*/UDP')?.toString()).toBe('*/UDP');
  expect(PortSet.parse(9092)?.toString()).toBe('9092/TCP');
  expect(PortSet.parse('http')).toBeUndefined();
});

test('a block has the addresses of its range, but for what it leaves out', () => {
  const block = (text: string) => parseBlock(text) as AddressBlock;
  expect(covers(block('10.0.0.0/8'), block('10.1.0.0/16'))).toBe(true);
  expect(covers(block('10.1.0.0/16'), block('10.0.0.0/8'))).toBe(false);
  expect(covers(block('10.0.0.0/8 except 10.1.0.0/16'), block('10.1.2.0/24'))).toBe(false);
  expect(covers(block('10.0.0.0/8 except 10.1.0.0/16'), block('10.0.0.0/8 except 10.1.0.0/16, 10.9.0.0/16'))).toBe(
    true,
  );
  expect(covers(block('::/0'), block('2001:db8::/32'))).toBe(true);
  expect(covers(block('0.0.0.0/0'), block('2001:db8::/32'))).toBe(false);
  expect(isEverywhere(block('::/0'))).toBe(true);
  expect(isEverywhere(block('0.0.0.0/1'))).toBe(false);
});

test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0/8', '256.0.0.0/8', 'shop/web', ':::/0', '1:2:3:4:5:6:7:8:9/64'])(
  '%s is no range of addresses',
  (text) => {
    expect(addressBlock(text)).toBeUndefined();
  },
);
