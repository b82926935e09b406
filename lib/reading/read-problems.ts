import { Verdict } from '../rules/judge';
import { Finding, Position, Rule, Family } from '../rules/rule';

const rule = (name: string, severity: Rule['severity'], title: string, why: string, cure: string): Rule => ({
  id: `reading/${name}`,
  title,
  severity,
  why,
  cure,
  sources: ['kubectl apply', 'YAML 1.2.2'],
  judge: () => [],
});

const UNSEEN = 'What stands there is not judged, and what others need of it seems to be missing.';
const NOT_APPLIED = 'kubectl and Argo CD refuse the file.';

/** What can be wrong with files before any rule can judge what is in them. */
export const readingRules = {
  missing: rule('missing', 'error', 'Every path that is given exists', UNSEEN, 'correct the path'),
  unreadable: rule('unreadable', 'error', 'Every file can be opened', UNSEEN, 'allow to read it, or leave it out'),
  link: rule(
    'symbolic-link',
    'warning',
    'No folder hides files behind symbolic links',
    'A link may lead out of the folder or in circles; Argo CD refuses those that leave the repository.',
    'give the path that it leads to',
  ),
  tooLarge: rule('too-large', 'error', 'Files are of a size that people write', UNSEEN, 'split it, or raise the limit'),
  notText: rule('not-text', 'error', 'Every file is UTF-8 text', NOT_APPLIED, 'write it as UTF-8, or leave it out'),
  malformed: rule(
    'malformed',
    'error',
    'Every document is YAML or JSON',
    NOT_APPLIED,
    "mend the line, and those above it; render templates first: 'helm template ... | manifests check -'",
  ),
  tooDeep: rule('too-deep', 'error', 'Nothing is nested without end', NOT_APPLIED, 'write it flatter'),
  aliases: rule(
    'too-many-aliases',
    'error',
    'Aliases do not multiply',
    'The server refuses a document that grows by its aliases, as whoever reads it would run out of memory.',
    'write out what is meant',
  ),
  notAnObject: rule(
    'not-an-object',
    'error',
    'Every document is an object with apiVersion, kind and a name',
    NOT_APPLIED,
    'make it an object, or keep it out of the folder that is applied',
  ),
  environment: rule(
    'environment',
    'error',
    'environment.yaml says what it may say',
    'Rules that need a fact judge by a wrong one, or not at all.',
    'write the field as its documentation says',
  ),
  oddShape: rule(
    'odd-shape',
    'error',
    'Every object is shaped as its kind says',
    'The server refuses it; no rule can judge it, and what others need of it seems to be missing.',
    'compare it with the documentation of its kind',
  ),
} as const;

/** Problems of reading, for whoever lists rules. */
export const reading: Family = {
  name: 'reading',
  title: 'Every file can be read',
  rules: Object.values(readingRules),
};

/** Something that kept a file, or a part of it, from being read. */
export function problemOf(
  name: keyof typeof readingRules,
  path: string,
  message: string,
  extra: { readonly position?: Position; readonly cure?: string } = {},
): Verdict {
  const finding: Finding = { subject: { path, text: '' }, message, ...extra };
  return { rule: readingRules[name], finding };
}
