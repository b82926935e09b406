import { resolve } from 'node:path';
import { ReadBundle, readBundles } from '../reading/read-bundles';
import { reading } from '../reading/read-problems';
import { readText } from '../reading/read-text';
import { ReadWaivers, readWaivers, WAIVER_FILE, waiverFamily } from '../reading/waiver-file';
import { families } from '../rules';
import { Judgement, unusedWaivers } from '../rules/judge';
import { Manifest, SourceFile } from '../rules/rendered-object';
import { Family, Rule } from '../rules/rule';
import { Waiver } from '../rules/waivers';
import { CheckOptions, DEFAULT_LIMITS } from './check-options';
import { Io } from './io';
import { judgeBundle } from './judge-bundle';
import { countUnjudged } from './unjudged';
import { place, Report, Unplaced } from './report';

/** Every family that a finding may come from: those about reading and waivers as well. */
export const allFamilies: readonly Family[] = [reading, waiverFamily, ...families];

/** Reads, judges and counts. */
export function check(options: CheckOptions, io: Io): Report {
  const { paths, limits = DEFAULT_LIMITS } = options;
  const waiverFile = findWaiverFile(options, io);
  const except = waiverFile.file ? [waiverFile.file.path] : [];
  const read = readBundles({ paths, limits, except, folder: io.folder, readInput: io.readInput });
  const known = readSchemas(options.schemas ?? [], io);
  const bundles = read.map((bundle) => withFacts(bundle, options.kubeVersion, known.definitions));
  const rules = options.rules;

  const ids = allFamilies.flatMap((family) => family.rules.map(({ id }) => id));
  const { waivers, problems, tell } = readWaivers(waiverFile.file ?? { path: WAIVER_FILE, text: '' }, ids);
  const expired = waivers.filter((waiver) => waiver.expires !== undefined && waiver.expires <= io.today);
  const current = waivers.filter((waiver) => !expired.includes(waiver));
  const judgements = bundles.map((bundle) => judgeBundle(bundle, rules, current));

  const verdicts: Unplaced[] = [
    ...waiverFile.problems,
    ...problems,
    ...expired.map((waiver) => tell('current', waiver, `a waiver must end after today, got ${waiver.expires ?? ''}`)),
    ...(options.isPart ? [] : findUnused(current, judgements, bundles, tell)),
    ...known.problems,
    ...bundles.flatMap((bundle) => bundle.problems),
    ...judgements.flatMap((judgement) => judgement.verdicts),
  ];
  const waived = judgements.flatMap((judgement) =>
    judgement.waived.map((verdict) => ({ ...verdict, waivedBy: verdict.waiver.reason })),
  );
  const files = [...bundles.flatMap((bundle) => bundle.files), ...(waiverFile.file ? [waiverFile.file] : [])];
  const objects = bundles.flatMap((bundle) => bundle.objects);
  return {
    findings: place(verdicts, files),
    waived: place(waived, files),
    files: bundles.reduce((sum, bundle) => sum + bundle.files.length, 0),
    objects: objects.length,
    bundles,
    rules,
    notJudged: countUnjudged(
      judgements.flatMap(({ notJudged }) => notJudged),
      bundles.flatMap(({ forTools }) => forTools),
    ),
  };
}

/** What was said on the command line goes before what an environment says of itself. */
function withFacts(bundle: ReadBundle, kubernetes: string | undefined, definitions: readonly Manifest[]): ReadBundle {
  const facts = {
    ...bundle.facts,
    ...(kubernetes !== undefined && { kubernetes }),
    ...(definitions.length > 0 && { definitions }),
  };
  return { ...bundle, facts };
}

/** The file that is named, or the one that stands in the folder; a named one must be there. */
function findWaiverFile({ waivers }: CheckOptions, io: Io): { file?: SourceFile; problems: readonly Unplaced[] } {
  if (waivers === false) return { problems: [] };
  const path = waivers ?? WAIVER_FILE;
  const read = readText(resolve(io.folder, path), path, DEFAULT_LIMITS.fileBytes);
  if ('text' in read) return { file: { path, text: read.text }, problems: [] };
  const isAbsent = waivers === undefined && read.problem.rule.id === 'reading/missing';
  return { problems: isAbsent ? [] : [read.problem] };
}

/** Waivers that waive nothing, but for those about a part of the project that is not checked now. */
function findUnused(
  waivers: readonly Waiver[],
  judgements: readonly Judgement[],
  bundles: readonly ReadBundle[],
  tell: ReadWaivers['tell'],
): Unplaced[] {
  const places = new Set(bundles.flatMap(({ files }) => files.flatMap(({ path }) => path.split('/'))));
  return unusedWaivers(waivers, judgements)
    .filter(({ within }) => within === undefined || places.has(within))
    .map((waiver) =>
      tell('used', waiver, `a waiver must waive something, got nothing for ${waiver.rule} of ${waiver.target}`),
    );
}

/** Definitions of custom resources, from files of their own. */
function readSchemas(paths: readonly string[], io: Io): { definitions: Manifest[]; problems: Unplaced[] } {
  if (paths.length === 0) return { definitions: [], problems: [] };
  const bundles = readBundles({ paths, folder: io.folder, limits: DEFAULT_LIMITS, readInput: io.readInput });
  return {
    definitions: bundles.flatMap(({ objects }) => objects.map(({ manifest }) => manifest)),
    problems: bundles.flatMap(({ problems }) => problems),
  };
}

/** Rules by ids and names of families; undefined for a name that is neither. */
export function chooseRules(names: readonly string[]): { rules: readonly Rule[]; unknown?: string } {
  const all = families.flatMap((family) => family.rules);
  if (names.length === 0) return { rules: all };
  const isNamed = ({ id }: Rule, name: string) => id === name || id.startsWith(`${name}/`);
  const unknown = names.find((name) => !all.some((rule) => isNamed(rule, name)));
  if (unknown !== undefined) return { rules: [], unknown };
  return { rules: all.filter((rule) => names.some((name) => isNamed(rule, name))) };
}
