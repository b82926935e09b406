import { goDuration } from '../../../lib/constructs/certificates/certificate';

// What Go's time.Duration prints, which is how cert-manager writes a duration back.
test.each([
  ['90d', '2160h0m0s'],
  ['90m', '1h30m0s'],
  ['5m', '5m0s'],
  ['299s', '4m59s'],
  ['59s', '59s'],
  ['0s', '0s'],
] as const)('%s is %s', (duration, text) => {
  expect(goDuration(duration)).toBe(text);
});
