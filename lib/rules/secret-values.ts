import { Finding, RenderedObject } from './rendered-object';

/** Shapes of values that are secrets, whatever they are called. Sources: S02, gitleaks' rule names. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a password in a URI', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@{$]+:[^\s:/@{$]+@/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{16,}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10,}/],
  ['a JSON web token', /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/],
  ['a password in a JAAS line', /\bpassword\s*=\s*"(?![{$])[^"]+"/],
];

/** Names of values that hold secrets, unless they only say where one is. */
const NAMES = /(?:^|[-_.])(?:password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key)$/i;

/** No secret stands in a manifest, and no Secret is one: values come from a store by reference. S01, S02, L35, L36. */
export function noSecretValues(objects: readonly RenderedObject[]): Finding[] {
  return objects.flatMap((object) => {
    const { kind } = object.manifest;
    const own = kind === 'Secret' ? ['kind must not be Secret, got one; make it an ExternalSecret'] : [];
    return [...own, ...findSecrets(object.manifest, '', '')].map((message): Finding => ({ object, message }));
  });
}

function findSecrets(value: unknown, name: string, path: string): string[] {
  if (typeof value === 'string') return describeSecret(value, name, path);
  if (typeof value !== 'object' || value === null) return [];
  if (isVariable(value)) return describeSecret(value.value, value.name, `${path}/value`);
  return Object.entries(value).flatMap(([key, item]) => findSecrets(item, key, `${path}/${key}`));
}

function isVariable(value: object): value is { name: string; value: string } {
  return 'name' in value && 'value' in value && typeof value.name === 'string' && typeof value.value === 'string';
}

function describeSecret(value: string, name: string, path: string): string[] {
  const shape = SHAPES.find(([, pattern]) => pattern.test(value))?.[0];
  const named = value !== '' && !path.includes('/spec/data/') && NAMES.test(name) && !value.includes('{{');
  const what = shape ?? (named ? `a value for '${name}'` : undefined);
  return what === undefined ? [] : [`${path} must not hold a secret, got ${what}; refer to a key of a Secret instead`];
}
