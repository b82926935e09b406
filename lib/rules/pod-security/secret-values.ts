import { ObjectIndex } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';

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

/** Nothing shorter has one of these shapes: `a://b:c@`. */
const SHORTEST = 8;

/** Names of values that hold secrets, unless they only say where one is. */
const NAMES = /(?:^|[-_.])(?:password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key)$/i;

/** No Secret is part of a bundle: values come from a store, by reference. */
export const noSecrets: Rule = {
  id: 'pod-security/no-secrets',
  title: 'No Secret stands in Git',
  severity: 'error',
  why: 'Whoever reads the repository, or the cache of whatever applies it, reads the secret; base64 hides nothing.',
  cure: 'make it an ExternalSecret',
  sources: ['S01', 'L39', 'Argo CD: secret management'],
  shapeless: true,
  judge: findSecretObjects,
};

function* findSecretObjects(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('Secret')) {
    yield { subject, at: ['kind'], message: 'kind must not be Secret, got one' };
  }
}

/** No secret stands in an object, whatever its kind. */
export const noSecretValues: Rule = {
  id: 'pod-security/no-secret-values',
  title: 'No value is a secret',
  severity: 'error',
  why: 'Whoever may read the object, the repository or a diff, reads the secret.',
  cure: 'refer to a key of a Secret instead',
  sources: ['S02', 'L35', 'L36', 'gitleaks: rules by shape'],
  shapeless: true,
  judge: findSecretValues,
};

function* findSecretValues({ objects }: ObjectIndex): Iterable<Finding> {
  const found: Finding[] = [];
  for (const object of objects) findSecrets(object, object.manifest, [], found);
  yield* found;
}

/** Every value of every object is looked at: `at` is one list that grows and shrinks. */
function findSecrets(subject: RenderedObject, value: unknown, at: (string | number)[], found: Finding[]): void {
  if (typeof value === 'string') {
    found.push(...describeSecret(subject, value, lastKey(at), at));
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      at.push(i);
      findSecrets(subject, value[i], at, found);
      at.pop();
    }
  } else if (isVariable(value)) {
    found.push(...describeSecret(subject, value.value, value.name, [...at, 'value']));
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      at.push(key);
      findSecrets(subject, (value as Readonly<Record<string, unknown>>)[key], at, found);
      at.pop();
    }
  }
}

/** The key that a value stands under, past its position in a list. */
function lastKey(at: FieldPath): string {
  return String(at.findLast((step) => typeof step === 'string') ?? '');
}

function isVariable(value: unknown): value is { name: string; value: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'name' in value && 'value' in value && typeof value.name === 'string' && typeof value.value === 'string';
}

function describeSecret(subject: RenderedObject, value: string, name: string, at: FieldPath): Finding[] {
  const shape = value.length < SHORTEST ? undefined : SHAPES.find(([, pattern]) => pattern.test(value))?.[0];
  const what = shape ?? (isNamedSecret(subject.manifest, value, name, at) ? `a value for '${name}'` : undefined);
  return what === undefined ? [] : [{ subject, at: [...at], message: `a value must not hold a secret, got ${what}` }];
}

/** An ExternalSecret's data say where a secret is; a template is filled in by the operator. */
function isNamedSecret({ kind }: Manifest, value: string, name: string, at: FieldPath): boolean {
  const refers = kind === 'ExternalSecret' && at[0] === 'spec' && at[1] === 'data';
  return value !== '' && !refers && NAMES.test(name) && !value.includes('{{');
}
