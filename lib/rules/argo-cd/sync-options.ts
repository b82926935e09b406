import { didYouMean } from '../../model/closest';
import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { applications } from '../views/delivery';
import { wordsOf } from './annotations';

/** Annotation with options for the sync of one object. */
export const SYNC_OPTIONS_ANNOTATION = 'argocd.argoproj.io/sync-options';

const BOOLEAN = ['true', 'false'] as const;
const CONFIRM = [...BOOLEAN, 'confirm'] as const;

/** Options that an object may have, and the values of each. */
const OBJECT_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ClientSideApplyMigration: BOOLEAN,
  Delete: CONFIRM,
  Force: BOOLEAN,
  Prune: CONFIRM,
  PruneLast: BOOLEAN,
  Replace: BOOLEAN,
  ServerSideApply: BOOLEAN,
  SkipDryRunOnMissingResource: BOOLEAN,
  Validate: BOOLEAN,
};

/** Options that an Application may have. */
const APPLICATION_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ...OBJECT_OPTIONS,
  ApplyOutOfSyncOnly: BOOLEAN,
  CreateNamespace: BOOLEAN,
  FailOnSharedResource: BOOLEAN,
  PrunePropagationPolicy: ['foreground', 'background', 'orphan'],
  RespectIgnoreDifferences: BOOLEAN,
};

/** Kinds whose objects hold data, or hold objects that do. */
const KEEPERS: ReadonlySet<string> = new Set([
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StatefulSet',
]);

interface Options {
  readonly subject: RenderedObject;
  readonly options: readonly { readonly at: FieldPath; readonly text: string }[];
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** Sync options are options that Argo CD knows. */
export const knownSyncOptions: Rule = {
  id: 'argo-cd/known-sync-options',
  title: 'Sync options, and their values, are those that Argo CD knows',
  severity: 'error',
  why: 'Argo CD passes over an option that it does not know, and syncs as if nobody had asked for it.',
  cure: 'write an option as <name>=<value>, as the documentation of Argo CD has it',
  sources: ['G13', 'G14', 'Argo CD: Sync Options'],
  judge: findUnknownOptions,
};

function* findUnknownOptions(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, options, known } of optionsOf(index)) {
    for (const { at, text } of options) {
      const [name = '', value = ''] = text.split('=');
      const values = known[name];
      if (values?.includes(value)) continue;
      const hint = values ? undefined : didYouMean(name, Object.keys(known));
      yield {
        subject,
        at,
        message: values
          ? `sync option ${name} must be ${values.join(' or ')}, got '${value}'`
          : `sync option must be one that Argo CD knows, got '${text}'`,
        ...(hint !== undefined && { cure: hint }),
      };
    }
  }
}

/** No option undoes another, and none deletes data. */
export const agreeingSyncOptions: Rule = {
  id: 'argo-cd/agreeing-sync-options',
  title: 'No sync option undoes another, and none deletes what holds data',
  severity: 'error',
  why: 'With Replace, Argo CD replaces the object and forgets that it was to apply it on the server; with Force, it deletes the object first, and what stands in it.',
  cure: 'take one of the two options away',
  sources: ['G14', 'G15'],
  judge: findDisagreement,
};

function* findDisagreement(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, options } of optionsOf(index)) {
    const replace = options.find(({ text }) => text === 'Replace=true');
    const force = options.find(({ text }) => text === 'Force=true');
    if (replace && options.some(({ text }) => text === 'ServerSideApply=true')) {
      yield {
        subject,
        at: replace.at,
        message: 'sync option Replace=true must stand without ServerSideApply=true, got both',
      };
    }
    const { kind } = subject.manifest;
    if (force && KEEPERS.has(kind)) {
      yield {
        subject,
        at: force.at,
        message: `sync option Force=true must not stand on a ${kind}, got it on ${subject.manifest.metadata.name}`,
        cure: 'take Force=true away; what cannot be changed in place is moved by hand',
      };
    }
  }
}

/** Every place where options stand. */
function* optionsOf(index: ObjectIndex): Iterable<Options> {
  for (const subject of index.objects) {
    const words = wordsOf(subject.manifest.metadata.annotations?.[SYNC_OPTIONS_ANNOTATION]);
    if (words.length === 0) continue;
    const at = ['metadata', 'annotations', SYNC_OPTIONS_ANNOTATION];
    yield { subject, options: words.map((text) => ({ at, text })), known: OBJECT_OPTIONS };
  }
  for (const { object: subject, syncOptions } of index.view(applications)) {
    const at = (i: number) => ['spec', 'syncPolicy', 'syncOptions', i];
    yield { subject, options: syncOptions.map((text, i) => ({ at: at(i), text })), known: APPLICATION_OPTIONS };
  }
}
