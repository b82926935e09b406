import { milliseconds, trySeconds } from '../../lib/model/duration';
import {
  canonicalBytes,
  canonicalCpu,
  canonicalResources,
  formatBytes,
  tryBytes,
  tryMillicores,
} from '../../lib/model/quantity';

test.each([
  ['250m', 250],
  ['2', 2000],
  ['1.5', 1500],
  ['0.1', 100],
  ['0.0001', undefined], // finer than a millicore
  ['1.5m', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['500M', undefined],
])('%s of CPU is %s millicores', (quantity, expected) => {
  expect(tryMillicores(quantity)).toBe(expected);
});

test.each([
  ['512Mi', 512 * 1024 ** 2],
  ['1.5Gi', 1536 * 1024 ** 2],
  ['1Ti', 1024 ** 4],
  ['512M', undefined], // decimal units round differently
  ['512', undefined],
  ['Mi', undefined],
  ['-1Gi', undefined],
])('%s is %s bytes', (quantity, expected) => {
  expect(tryBytes(quantity)).toBe(expected);
});

test.each([
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['0.1', '100m'],
  ['2', '2'],
] as const)('%s of CPU is stored as %s', (quantity, stored) => {
  expect(canonicalCpu(quantity)).toBe(stored);
});

test.each([
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['2048Gi', '2Ti'],
  ['100Ki', '100Ki'],
] as const)('%s is stored as %s', (quantity, stored) => {
  expect(canonicalBytes(quantity)).toBe(stored);
});

test('nothing is stored as 0, without a unit', () => {
  expect(formatBytes(0)).toBe('0');
});

test('an amount that is no whole unit is rounded up to one', () => {
  expect(formatBytes(1)).toBe('1Ki');
});

test('resources are canonical as a whole', () => {
  const resources = { requests: { cpu: '1000m', memory: '1024Mi' }, limits: { cpu: '2.0', memory: '2Gi' } } as const;
  expect(canonicalResources(resources)).toEqual({
    requests: { cpu: '1', memory: '1Gi' },
    limits: { cpu: '2', memory: '2Gi' },
  });
});

test.each([
  ['30s', 30],
  ['5m', 300],
  ['168h', 604_800],
  ['7d', 604_800],
  ['7', undefined],
  ['1.5h', undefined],
  ['7w', undefined],
])('%s is %s seconds', (duration, expected) => {
  expect(trySeconds(duration)).toBe(expected);
});

test('retention of seven days is what Kafka calls 604800000', () => {
  expect(milliseconds('7d')).toBe(604_800_000);
});
