import { YAMLParseError } from 'yaml';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { readFiles } from './documents';

/** Files are YAML. */
export const readable: Rule = {
  id: 'yaml/readable',
  title: 'A file is YAML from its first line to its last',
  severity: 'error',
  why: 'Nobody can read the file, or readers stop at different lines: what comes after is not applied.',
  cure: 'mend the line; indent with spaces, and close what is open',
  sources: ['Y03', 'Y06'],
  shapeless: true,
  judge: (index) => findErrors(index, ({ code }) => code !== 'DUPLICATE_KEY', readableMessage),
};

/** No map has a key twice. */
export const uniqueKeys: Rule = {
  id: 'yaml/unique-keys',
  title: 'No map has a key twice',
  severity: 'error',
  why: 'Some readers refuse the file, others keep the last value, and a person reads the first.',
  cure: 'keep one of the two',
  sources: ['Y03', 'YAML 1.2.2, 3.2.1.3'],
  shapeless: true,
  judge: (index) => findErrors(index, ({ code }) => code === 'DUPLICATE_KEY', keyMessage),
};

function* findErrors(
  index: ObjectIndex,
  concerns: (error: YAMLParseError) => boolean,
  describe: (error: YAMLParseError, text: string) => string,
): Iterable<Finding> {
  for (const { file, documents, positionOf } of index.view(readFiles)) {
    for (const { errors } of documents) {
      // One mistake makes a parser stumble over every line after it.
      const wanted = errors.filter(concerns);
      const said = wanted.filter(({ code }, position) => code === 'DUPLICATE_KEY' || position === 0);
      for (const error of said) {
        const cure = file.text.includes('{{') ? { cure: 'render the template first' } : {};
        yield { subject: file, position: positionOf(error.pos[0]), message: describe(error, file.text), ...cure };
      }
    }
  }
}

function readableMessage({ code, message }: YAMLParseError): string {
  const what = code === 'TAB_AS_INDENT' ? 'a tab as indentation' : message.charAt(0).toLowerCase() + message.slice(1);
  return `a file must be YAML, got ${what}`;
}

function keyMessage({ pos }: YAMLParseError, text: string): string {
  const [key] = /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(pos[0])) ?? [''];
  return `a map must have each key once, got '${key.trim()}' twice`;
}
