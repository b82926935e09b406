import { ObjectIndex, View } from '../object-index';
import { imageOf } from '../views/image';
import { filesOf, Setting, variablesOf, wordsOf } from '../views/container-settings';
import { containers, PlacedContainer } from '../views/pods';

/** Options of one JVM, as one text holds them. */
export interface JvmOptions {
  readonly placed: PlacedContainer;

  /** Where they are written. */
  readonly setting: Setting;

  /** `-Xmx1g`, `-XX:+UseG1GC`: in their order. */
  readonly options: readonly string[];
}

/** Every text of a container that holds options of a JVM: variables, arguments, files called `*.options`. */
export const jvmOptions: View<readonly JvmOptions[]> = (index) => {
  return index.view(containers).flatMap((placed) => {
    const texts = [
      ...ownVariables(index, placed),
      ...filesOf(index, placed)
        .filter(({ name }) => name.endsWith('.options'))
        .map((file) => ({ ...file, value: file.value.replace(/^\s*#.*$/gm, '') })),
    ].flatMap((setting) => {
      const options = optionsIn(setting.value);
      return options.length > 0 ? [{ placed, setting, options }] : [];
    });
    return [...texts, ...argumentsOf(placed)];
  });
};

/** Init containers share ConfigMaps with the program that they prepare, and hardly run a JVM of that size. */
function ownVariables(index: ObjectIndex, placed: PlacedContainer): Setting[] {
  return variablesOf(index, placed).filter(({ subject }) => !placed.init || subject === placed.pod.owner);
}

/** A list of words is one command: options are told together, at the first of them. */
function argumentsOf(placed: PlacedContainer): JvmOptions[] {
  const words = wordsOf(placed).filter(({ value }) => optionsIn(value).length > 0);
  const [first] = words;
  return first ? [{ placed, setting: first, options: words.flatMap(({ value }) => optionsIn(value)) }] : [];
}

function optionsIn(text: string): string[] {
  if (!text.includes('-X')) return [];
  return [...text.matchAll(/(?:^|[\s"'=])(-X(?:X:|m[sxn]|ss)[^\s"']*)/g)].map(([, option = '']) => option);
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 };

/** Bytes of the last option that sets a size: `-Xmx1g` or `-XX:MaxHeapSize=1g`. */
export function sizeOf(options: readonly string[], short: string, long: string): number | undefined {
  const last = options.findLast((option) => option.startsWith(short) || option.startsWith(`-XX:${long}=`));
  const [, digits, unit = ''] = /(?:[sxn]|=)(\d+)([kmgt]?)$/i.exec(last ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits) * (UNITS[unit.toLowerCase()] ?? 1);
}

/** Most and least heap of a JVM. */
export const maximumHeap = (options: readonly string[]) => sizeOf(options, '-Xmx', 'MaxHeapSize');
export const initialHeap = (options: readonly string[]) => sizeOf(options, '-Xms', 'InitialHeapSize');

/** Images that say by their names which JDK is in them. */
const JDK_IMAGES =
  /(?:^|\/)(?:eclipse-temurin|temurin|openjdk|amazoncorretto|corretto|zulu-openjdk|azul|sapmachine|liberica-openjdk-\w+|jdk|jre)$/;

/** Major version of the JDK in an image, where its name says so. */
export function jdkOf(image: string): number | undefined {
  const { path, tag = '' } = imageOf(image);
  const [, embedded] = /(?:^|[/-])(?:jdk|jre|java|openjdk)-?(\d{1,2})(?:$|[-.:])/.exec(`${path}:${tag}`) ?? [];
  if (embedded !== undefined) return Number(embedded);
  const [, major, minor] = JDK_IMAGES.test(path) ? (/^(\d{1,2})(?:[._](\d+))?/.exec(tag) ?? []) : [];
  if (major !== undefined) return major === '1' ? Number(minor) : Number(major);
  const bundled = BUNDLED.find(([name, least]) => name.test(path) && Number(/^v?(\d+)/.exec(tag)?.[1]) >= least);
  return bundled?.[2];
}

/** Products that bring a JDK of at least some version: image, first major version of the product, JDK. */
const BUNDLED: readonly (readonly [RegExp, number, number])[] = [
  [/(?:^|\/)elasticsearch$/, 8, 17],
  [/(?:^|\/)apache\/kafka$/, 3, 17],
  [/(?:^|\/)opensearch$/, 2, 17],
  [/(?:^|\/)keycloak$/, 22, 17],
];
