import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { deliveredByArgoCd } from '../views/delivery';
import { containers, podTemplates } from '../views/pods';
import { canonicalQuantity } from '../views/canonical-quantity';

/** Values are written as the cluster gives them back. */
export const canonicalValues: Rule = {
  id: 'argo-cd/canonical-values',
  title: 'Quantities and durations are written as the cluster gives them back',
  severity: 'warning',
  why: 'Argo CD compares what was written with what the cluster stores, and finds a difference that no sync removes.',
  cure: 'write the value as the cluster stores it',
  sources: ['G24', 'Argo CD: FAQ'],
  judge: findOtherSpellings,
};

interface Value {
  readonly subject: RenderedObject;
  readonly at: FieldPath;
  readonly what: string;
  readonly written: string | number;
  readonly stored: string | undefined;
}

function* findOtherSpellings(index: ObjectIndex): Iterable<Finding> {
  if (!index.view(deliveredByArgoCd)) return;
  for (const values of [quantitiesOfPods(index), quantitiesOfObjects(index), durations(index)]) {
    for (const { subject, at, what, written, stored } of values) {
      if (stored === undefined || stored === written) continue;
      const got = typeof written === 'number' ? `the number ${written}` : `'${written}'`;
      yield { subject, at, message: `${what} must be written as it is stored, '${stored}', got ${got}` };
    }
  }
}

type Amounts = Readonly<Record<string, string | number>>;

function* quantitiesOfPods(index: ObjectIndex): Iterable<Value> {
  for (const { pod, at, container } of index.view(containers)) {
    for (const field of ['requests', 'limits'] as const) {
      yield* quantities(pod.owner, [...at, 'resources', field], container.resources?.[field]);
    }
  }
  for (const { owner, at, spec } of index.view(podTemplates)) {
    for (const [i, { emptyDir }] of (spec.volumes ?? []).entries()) {
      if (emptyDir?.sizeLimit === undefined) continue;
      yield* quantities(owner, [...at, 'volumes', i, 'emptyDir'], { sizeLimit: emptyDir.sizeLimit });
    }
  }
}

interface Spec {
  readonly hard?: Amounts;
  readonly resources?: { readonly requests?: Amounts };
  readonly volumeClaimTemplates?: readonly {
    readonly spec?: { readonly resources?: { readonly requests?: Amounts } };
  }[];
  readonly limits?: readonly Readonly<Record<string, Amounts | string>>[];
}

function* quantitiesOfObjects(index: ObjectIndex): Iterable<Value> {
  const specOf = ({ manifest }: RenderedObject) => (manifest['spec'] ?? {}) as Spec;
  for (const object of index.ofKind('ResourceQuota')) {
    yield* quantities(object, ['spec', 'hard'], specOf(object).hard);
  }
  for (const object of index.ofKind('PersistentVolumeClaim')) {
    yield* quantities(object, ['spec', 'resources', 'requests'], specOf(object).resources?.requests);
  }
  for (const object of index.ofKind('StatefulSet')) {
    for (const [i, { spec }] of (specOf(object).volumeClaimTemplates ?? []).entries()) {
      const at = ['spec', 'volumeClaimTemplates', i, 'spec', 'resources', 'requests'];
      yield* quantities(object, at, spec?.resources?.requests);
    }
  }
  for (const object of index.ofKind('LimitRange')) {
    for (const [i, limit] of (specOf(object).limits ?? []).entries()) {
      for (const [field, amounts] of Object.entries(limit)) {
        if (typeof amounts !== 'string') yield* quantities(object, ['spec', 'limits', i, field], amounts);
      }
    }
  }
}

function* quantities(subject: RenderedObject, at: FieldPath, amounts: Amounts | undefined): Iterable<Value> {
  for (const [name, written] of Object.entries(amounts ?? {})) {
    yield { subject, at: [...at, name], what: name, written, stored: canonicalQuantity(written) };
  }
}

/** Durations of custom resources that their controllers write anew. */
const DURATIONS: Readonly<Record<string, readonly string[]>> = {
  'cert-manager.io/Certificate': ['duration', 'renewBefore'],
  'external-secrets.io/ExternalSecret': ['refreshInterval'],
  'external-secrets.io/ClusterExternalSecret': ['refreshTime'],
};

function* durations({ objects }: ObjectIndex): Iterable<Value> {
  for (const subject of objects) {
    const { apiVersion, kind, spec } = subject.manifest;
    for (const field of DURATIONS[`${apiVersion.split('/')[0]}/${kind}`] ?? []) {
      const written = (spec as Readonly<Record<string, unknown>> | undefined)?.[field];
      if (typeof written !== 'string') continue;
      yield { subject, at: ['spec', field], what: field, written, stored: canonicalDuration(written) };
    }
  }
}

/** A duration as Go writes it: `90m` is `1h30m0s`. Parts of seconds are left alone. */
export function canonicalDuration(written: string): string | undefined {
  if (!/^(?:\d+[hms])+$/.test(written)) return undefined;
  const amount = (unit: string) =>
    [...written.matchAll(new RegExp(`(\\d+)${unit}`, 'g'))].reduce((sum, [, digits]) => sum + Number(digits), 0);
  const total = amount('h') * 3600 + amount('m') * 60 + amount('s');
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
