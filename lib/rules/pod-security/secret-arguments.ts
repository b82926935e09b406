import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { containers } from '../views/pods';

/** Options whose value is a secret: `--password`, `-Dspring.datasource.password`, `--api-key`. */
const NAME = String.raw`--?[\w.-]*?(?:password|passwd|api[-_]?key|secret[-_]?key|access[-_]?key|client[-_]?secret|token)`;
const ALONE = new RegExp(`^${NAME}$`, 'i');
const WITH_VALUE = new RegExp(String.raw`(?:^|\s)(${NAME})=("[^"]*"|'[^']*'|\S+)`, 'gi');

/** What only says where a secret is, or is none: a variable, a file, a template, a switch. */
const HARMLESS = /^["']?(?:$|[$/{<%*]|\.{1,2}\/|(?:true|false|yes|no|none|\d{1,2})["']?$)/i;

/** No command line shows a secret. */
export const noSecretArguments: Rule = {
  id: 'pod-security/no-secret-arguments',
  title: 'No argument is a secret',
  severity: 'error',
  why: 'Whoever may read the object or list the processes of the node reads the secret.',
  cure: 'give it as $(VARIABLE) of a secretKeyRef, or better as a file',
  sources: ['S02', 'L35'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { pod, at, container } of index.view(containers)) {
      for (const list of ['command', 'args'] as const) {
        const words = container[list] ?? [];
        for (const [position, word] of words.entries()) {
          const option = findSecretOption(word, words[position + 1]);
          if (option === undefined) continue;
          const message = `an argument must not hold a secret, got a value for '${option}'`;
          yield { subject: pod.owner, at: [...at, list, position], message };
        }
      }
    }
  },
};

/** The option that is given a secret, in one word (`--password=x`, also within a script) or in two. */
function findSecretOption(word: string, next: string | undefined): string | undefined {
  if (ALONE.test(word)) return next === undefined || next.startsWith('-') || HARMLESS.test(next) ? undefined : word;
  for (const [, option = '', value = ''] of word.matchAll(WITH_VALUE)) {
    if (!HARMLESS.test(value)) return option;
  }
  return undefined;
}
