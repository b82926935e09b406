import { ObjectIndex } from '../object-index';
import { Manifest, RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';

/** Shapes of values that are secrets, whatever they are called. Sources: S02, gitleaks' rule names. */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['a password in a URI', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@{$<]*:[^\s:/@{$<*%][^\s/@{$<]*@/],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{16,}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{10,}/],
  ['a JSON web token', /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/],
  ['a password in a JAAS line', /\bpassword\s*=\s*"(?![{$])[^"]+"/],
];

/** Nothing shorter has one of these shapes: `a://b:c@`. */
const SHORTEST = 8;

/** Names of values that hold secrets, unless they only say where one is: `DB_PASSWORD`, `clientSecret`. */
const NAMES = /(?:^|[-_.])(?:password|passwd|pwd|secret|token|api[-_]?key|private[-_]?key)$/i;
const CAMEL_NAMES = /[a-z0-9](?:Password|Passwd|Secret|Token|ApiKey|PrivateKey)$/;

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
    if (isEmpty(subject.manifest)) continue;
    yield { subject, at: ['kind'], message: 'kind must not be Secret, got one' };
  }
}

/** Nothing is in one that a program or the server fills in later. */
function isEmpty({ data, stringData }: Manifest): boolean {
  return [data, stringData].every((values) => Object.keys((values ?? {}) as object).length === 0);
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
  for (const object of objects) {
    // That one stands there at all is what `noSecrets` finds.
    if (object.manifest.kind === 'Secret') continue;
    const found: Finding[] = [];
    visit(object, object.manifest, [], found);
    yield* found;
  }
}

/** Most values of a bundle pass here: the path is one list, copied for findings only. */
function visit(subject: RenderedObject, value: unknown, at: (string | number)[], found: Finding[]): void {
  if (typeof value === 'string') {
    found.push(...describeSecret(subject, value, lastKey(at), at));
  } else if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) visitChild(subject, value[i], i, at, found);
  } else if (isVariable(value)) {
    found.push(...describeSecret(subject, value.value, value.name, [...at, 'value']));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) visitChild(subject, item, key, at, found);
  }
}

function visitChild(
  subject: RenderedObject,
  value: unknown,
  step: string | number,
  at: (string | number)[],
  found: Finding[],
): void {
  if (typeof value === 'number' || typeof value === 'boolean') return;
  at.push(step);
  visit(subject, value, at, found);
  at.pop();
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
  const shape = value.length < SHORTEST ? undefined : (shapeOf(value) ?? shapeOf(decode(value)));
  const what = shape ?? (isNamedSecret(subject.manifest, value, name, at) ? `a value for '${name}'` : undefined);
  return what === undefined ? [] : [{ subject, at: [...at], message: `a value must not hold a secret, got ${what}` }];
}

/** What one of the shapes must hold: almost no value does. */
const HINT = /:\/\/|-----BEGIN|AKIA|ASIA|gh[pousr]_|xox|eyJ|password/;

function shapeOf(value: string | undefined): string | undefined {
  if (value === undefined || !HINT.test(value)) return undefined;
  return SHAPES.find(([, pattern]) => pattern.test(value))?.[0];
}

/** Base64 hides nothing: the text behind it, where a value of some length is nothing else. */
function decode(value: string): string | undefined {
  const text = value.trim();
  if (text.length < 24 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/\n]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64').toString('utf8');
}

/** Values that say where a secret is, or switch something: variables, templates, files, references of other tools. */
const HARMLESS =
  /^(?:$|[$/<*]|(?:true|false|yes|no|on|off|null|none|[01]|required|optional)$|ENC\[|(?:ref\+|vault:|secretref:))|\{\{/i;

/** An ExternalSecret's data and annotations of controllers say where a secret is; a SealedSecret's cannot be read. */
function isNamedSecret({ kind }: Manifest, value: string, name: string, at: FieldPath): boolean {
  if (!(NAMES.test(name) || CAMEL_NAMES.test(name)) || HARMLESS.test(value) || kind === 'SealedSecret') return false;
  if (kind === 'ExternalSecret' && at[0] === 'spec' && at[1] === 'data') return false;
  if (at.slice(0, -1).some((step) => typeof step === 'string' && /Secret(?:Ref)?$/.test(step))) return false;
  const isData = kind === 'ConfigMap' || at.at(-1) === 'value';
  return isData || !/secret$|token$/i.test(name) || !/^[a-z0-9.-]+(?:\/[\w.-]+)?$/.test(value);
}
