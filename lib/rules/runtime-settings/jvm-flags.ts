import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { jdkOf, jvmOptions, JvmOptions } from './jvm-options';

/** The JDK from which a JVM does not start with an option. Source: HotSpot, arguments.cpp, `special_jvm_flags`. */
const REFUSED: readonly (readonly [RegExp, number, string])[] = [
  [
    /^-XX:[+-]?(?:PrintGC(?:Date|Time)Stamps|PrintGCApplication\w+|PrintGCCause|PrintHeapAtGC|PrintTenuringDistribution|PrintAdaptiveSizePolicy|PrintReferenceGC|PrintPromotionFailure)\b/,
    9,
    'use -Xlog:gc*',
  ],
  [/^-XX:[+-]?(?:UseGCLogFileRotation|NumberOfGCLogFiles|GCLogFileSize)\b/, 9, 'use -Xlog:gc*:file=…:filecount=…'],
  [/^-XX:[+-]?(?:UseCGroupMemoryLimitForHeap|UseParNewGC)\b/, 11, 'remove it: it is the default'],
  [/^-XX:[+-]?AggressiveOpts\b/, 13, 'remove it'],
  [/^-XX:[+-]?(?:UseConcMarkSweepGC|UseCMS\w+|CMS\w+)\b/, 15, 'use -XX:+UseG1GC'],
  [/^-XX:[+-]?UseParallelOldGC\b/, 16, 'use -XX:+UseParallelGC'],
  [/^-XX:[+-]?(?:PermSize|MaxPermSize)\b/, 17, 'use -XX:MaxMetaspaceSize'],
];

/** The option is at the end of its life everywhere that is still kept up. */
const OLDEST_KEPT_UP = 17;

/** A JVM knows every option that it is given. */
export const refusedFlags: Rule = {
  id: 'runtime-settings/refused-flags',
  title: 'A JVM knows the options that it is given',
  severity: 'error',
  why: 'It prints Unrecognized VM option and ends: the container is restarted for ever.',
  cure: 'remove it',
  sources: ['HotSpot: special_jvm_flags', 'JEP 363', 'JEP 271'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* findRefused(index, (jdk, since) => jdk !== undefined && jdk >= since);
  },
};

/** The next JDK knows them, too. */
export const oldFlags: Rule = {
  id: 'runtime-settings/old-flags',
  title: 'Options of a JVM are known to each JDK that is kept up',
  severity: 'warning',
  why: 'The image does not say which JDK is in it; each one that is kept up refuses the option and does not start.',
  cure: 'remove it',
  sources: ['HotSpot: special_jvm_flags', 'JEP 363', 'JEP 271'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    yield* findRefused(index, (jdk, since) => jdk === undefined && since <= OLDEST_KEPT_UP);
  },
};

function* findRefused(
  index: ObjectIndex,
  applies: (jdk: number | undefined, since: number) => boolean,
): Iterable<Finding> {
  for (const { placed, setting, options } of index.view(jvmOptions)) {
    const image = placed.container.image ?? '';
    if (options.includes('-XX:+IgnoreUnrecognizedVMOptions') || /openj9|semeru|ibmjava/.test(image)) continue;
    const jdk = jdkOf(image);
    for (const option of options) {
      const [, since, cure] = REFUSED.find(([pattern]) => pattern.test(option)) ?? [];
      if (since === undefined || cure === undefined || !applies(jdk, since)) continue;
      const known = jdk === undefined ? '' : ` of '${image}'`;
      const message = `options in ${setting.name} must be known to the JVM${known}, got ${option}, which JDK ${since} and later refuse`;
      yield { subject: setting.subject, at: setting.at, message, cure };
    }
  }
}

/** A JVM has one garbage collector. */
export const oneCollector: Rule = {
  id: 'runtime-settings/one-collector',
  title: 'A JVM has one garbage collector',
  severity: 'error',
  why: 'It prints Conflicting collector combinations in option list and ends.',
  cure: 'keep one',
  sources: ['HotSpot: gcConfig'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const { setting, options } of index.view(jvmOptions)) {
      const last = new Map<string, boolean>();
      for (const option of options) {
        const [, sign, name] = /^-XX:([+-])Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC$/.exec(option) ?? [];
        if (name !== undefined) last.set(`${name}GC`, sign === '+');
      }
      const chosen = [...last].filter(([, on]) => on).map(([name]) => name);
      if (chosen.length < 2) continue;
      const message = `options in ${setting.name} must choose one garbage collector, got ${chosen.join(' and ')}`;
      yield { subject: setting.subject, at: setting.at, message };
    }
  },
};

/** Values of options are what a JVM can read. */
export const jvmValues: Rule = {
  id: 'runtime-settings/jvm-values',
  title: 'Sizes and percentages of a JVM are such',
  severity: 'error',
  why: 'It prints Improperly specified VM option, or Invalid maximum heap size, and ends.',
  cure: 'write sizes like 512m or 2g, and percentages like 75.0',
  sources: ['java: extra options', 'JDK-8219312'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const found of index.view(jvmOptions)) {
      const { setting, options } = found;
      for (const option of options) {
        const rule = findBrokenRule(option, found);
        if (rule === undefined) continue;
        yield {
          subject: setting.subject,
          at: setting.at,
          message: `options in ${setting.name} must ${rule}, got ${option}`,
        };
      }
    }
  },
};

/** Values with variables in them are not judged. */
function findBrokenRule(option: string, { placed }: JvmOptions): string | undefined {
  if (/[$`{]/.test(option)) return undefined;
  const [, size] = /^-X(?:m[sx])(.*)$/.exec(option) ?? [];
  if (size !== undefined) {
    const [, digits, unit] = /^(\d+)([kKmMgGtT]?)$/.exec(size) ?? [];
    if (digits === undefined) return 'give the heap a size like 512m or 2g';
    return unit === '' && Number(digits) < 1024 ** 2 ? 'give the heap a size with a unit' : undefined;
  }
  const [, value] = /^-XX:(?:Max|Initial|Min)RAMPercentage=(.*)$/.exec(option) ?? [];
  if (value === undefined) return undefined;
  if (!/^\d+(?:\.\d+)?$/.test(value) || Number(value) > 100) return 'give a percentage from 0.0 to 100.0';
  const jdk = jdkOf(placed.container.image ?? '') ?? 17;
  return jdk < 13 && !value.includes('.') ? 'give a percentage with a point, as JDKs before 13 want it' : undefined;
}
