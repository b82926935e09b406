import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';

/** No two files have names that differ by case only. */
export const distinctFiles: Rule = {
  id: 'identity/distinct-files',
  title: 'No two files have names that differ only by upper and lower case',
  severity: 'error',
  why: 'On macOS and Windows they are one file: whoever checks them out there loses one without a word.',
  cure: 'give one of them another name',
  sources: ['Y08'],
  shapeless: true,
  judge: findTwinFiles,
};

function* findTwinFiles({ files }: ObjectIndex): Iterable<Finding> {
  const seen = new Map<string, string>();
  for (const subject of files) {
    const folded = subject.path.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    if (twin !== undefined && twin !== subject.path) {
      yield { subject, message: `a file must have a name of its own whatever the case, got ${twin} beside it` };
    }
    seen.set(folded, subject.path);
  }
}
