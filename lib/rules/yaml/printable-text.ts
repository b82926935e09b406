import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { oddValues, UNSAFE } from '../views/odd-values';

/** Text holds nothing that no reader shows. */
export const printableText: Rule = {
  id: 'yaml/printable-text',
  title: 'Text holds no invisible characters',
  severity: 'error',
  why: 'Some reader takes them for a line break, so that the object says something else than what people see.',
  cure: 'write it out or leave it away',
  sources: ['Y05'],
  shapeless: true,
  judge: findUnsafeText,
};

function* findUnsafeText(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, what, value } of index.view(oddValues)) {
    if (what !== 'text' && what !== 'key') continue;
    const code = (UNSAFE.exec(String(value))?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const message = `a ${what === 'key' ? 'key' : 'value'} must hold printable text only, got the character U+${code}`;
    yield { subject, at, message };
  }
}
