import { readBundles, ReadBundle } from '../reading/read-bundles';
import { UnreadableQuantity } from '../review/amounts';
import { renderCapacity } from '../review/capacity-report';
import { Line } from '../review/line';
import { ObjectIndex } from '../rules/object-index';
import { soundObjects } from '../rules/sound-objects';
import { DEFAULT_LIMITS } from './check-options';
import { EXIT, Io } from './io';

/** Tells what every environment takes, and whether its quotas and nodes hold it. Returns the exit code. */
export function runCapacity(paths: readonly string[], io: Io): number {
  const bundles = readBundles({
    paths: paths.length === 0 ? ['.'] : paths,
    limits: DEFAULT_LIMITS,
    folder: io.folder,
    readInput: io.readInput,
  });
  // A folder of environments has files beside them that hold no object: settings of tools, waivers.
  const counted = bundles.filter(({ objects, folder }) => objects.length > 0 || folder !== '' || bundles.length === 1);
  const reports = counted.map(reportOn);
  io.out(reports.map(({ text }, i) => withTitle(counted[i]?.folder ?? '', text)).join('\n'));
  const problems = bundles.flatMap((bundle) => bundle.problems.map(({ finding }) => finding));
  for (const { subject, message } of problems) io.err(`${subject.path}: ${message}\n`);
  return problems.length === 0 && reports.every(({ fits }) => fits) ? EXIT.fine : EXIT.found;
}

const withTitle = (folder: string, text: string): string => (folder === '' ? text : `# ${folder}\n\n${text}`);

function reportOn({ objects, facts, manifests }: ReadBundle): Line {
  const { written, sound } = soundObjects(new ObjectIndex(objects, facts, manifests));
  const left = written.objects.length - sound.objects.length;
  const note = `Left out, as they are malformed: ${left}; 'manifests check' says where.\n`;
  try {
    const { text, fits } = renderCapacity(sound);
    return left === 0 ? { text, fits } : { text: `${text}\n${note}`, fits: false };
  } catch (error) {
    if (!(error instanceof UnreadableQuantity)) throw error;
    return { text: `Nothing can be counted: ${error.message}; 'manifests check' says where.\n`, fits: false };
  }
}
