import { didYouMean } from '../../model/closest';
import { SYNC_WAVE_ANNOTATION } from '../../gitops/sync-waves';
import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';

const HOOK = 'argocd.argoproj.io/hook';
const HOOK_DELETE_POLICY = 'argocd.argoproj.io/hook-delete-policy';

const HOOKS = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete', 'Skip'] as const;
const DELETE_POLICIES = ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'] as const;

/** A sync wave is a whole number. */
export const integerWaves: Rule = {
  id: 'argo-cd/integer-waves',
  title: 'A sync wave is a whole number',
  severity: 'error',
  why: 'Argo CD takes everything else for wave 0 and says nothing, so the order is not the one that was written.',
  cure: "write a whole number between quotes, like '3'",
  sources: ['G02'],
  judge: findWrongWaves,
};

function* findWrongWaves({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    const wave: unknown = subject.manifest.metadata.annotations?.[SYNC_WAVE_ANNOTATION];
    if (wave === undefined || /^[+-]?\d+$/.test(String(wave))) continue;
    yield {
      subject,
      at: ['metadata', 'annotations', SYNC_WAVE_ANNOTATION],
      message: `sync wave must be a whole number, got '${String(wave)}'`,
    };
  }
}

/** Hooks and what deletes them are words that Argo CD knows. */
export const knownHooks: Rule = {
  id: 'argo-cd/known-hooks',
  title: 'Hooks, and when they are deleted, are words that Argo CD knows',
  severity: 'error',
  why: 'A hook that Argo CD does not know is no hook: it is applied with everything else. A policy that it does not know is BeforeHookCreation.',
  cure: 'write one of the words, as they are written',
  sources: ['G02', 'G33'],
  judge: findUnknownHooks,
};

function* findUnknownHooks({ objects }: ObjectIndex): Iterable<Finding> {
  for (const subject of objects) {
    yield* findUnknown(subject, HOOK, 'hook', HOOKS);
    yield* findUnknown(subject, HOOK_DELETE_POLICY, 'hook delete policy', DELETE_POLICIES);
  }
}

function* findUnknown(
  subject: RenderedObject,
  annotation: string,
  what: string,
  known: readonly string[],
): Iterable<Finding> {
  const value = subject.manifest.metadata.annotations?.[annotation];
  for (const word of wordsOf(value)) {
    if (known.includes(word)) continue;
    const hint = didYouMean(word, known);
    yield {
      subject,
      at: ['metadata', 'annotations', annotation],
      message: `${what} must be one of ${known.join(', ')}, got '${word}'`,
      ...(hint !== undefined && { cure: hint }),
    };
  }
}

/** Words of an annotation that is a list. */
export function wordsOf(value: unknown): string[] {
  return value === undefined
    ? []
    : String(value)
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');
}

/** Whether Argo CD runs an object as a hook, by its own annotation or Helm's. */
export function isHook({ manifest: { metadata } }: RenderedObject): boolean {
  return wordsOf(metadata.annotations?.[HOOK] ?? metadata.annotations?.['helm.sh/hook']).length > 0;
}
