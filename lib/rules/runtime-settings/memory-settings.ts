import { ObjectIndex, View } from '../object-index';
import { filesOf, Setting, variablesOf, wordsOf } from '../views/container-settings';
import { imageOf } from '../views/image';
import { containers, PlacedContainer } from '../views/pods';
import { jvmOptions, maximumHeap } from './jvm-options';

/** Memory that a program is told to use. */
export interface MemorySetting {
  readonly placed: PlacedContainer;
  readonly setting: Setting;

  /** As it is called: `-Xmx`, `GOMEMLIMIT`. */
  readonly what: string;
  readonly bytes: number;

  /** How much of a limit it may be, for the rest of the program to have room. */
  readonly share: number;
}

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** A heap leaves room for threads, code and buffers. */
const HEAP_SHARE = 0.8;

/** Elasticsearch wants the other half for files in the memory of the kernel. */
const SEARCH_SHARE = 0.5;

/** The Go runtime counts nearly everything itself. */
const GO_SHARE = 0.95;

/** PostgreSQL needs memory for each connection and for sorting. */
const DATABASE_SHARE = 0.5;

/** Every such setting of every container. */
export const memorySettings: View<readonly MemorySetting[]> = (index) => [
  ...index.view(jvmOptions).flatMap(({ placed, setting, options }) => {
    const bytes = maximumHeap(options);
    const search = /(?:^|[/-])(?:elasticsearch|opensearch)$/.test(imageOf(placed.container.image ?? '').path);
    const share = search ? SEARCH_SHARE : HEAP_SHARE;
    return bytes === undefined ? [] : [{ placed, setting, what: `-Xmx in ${setting.name}`, bytes, share }];
  }),
  ...index
    .view(containers)
    .flatMap((placed) => [...inVariables(index, placed), ...inWords(placed), ...inFiles(index, placed)]),
];

function inVariables(index: ObjectIndex, placed: PlacedContainer): MemorySetting[] {
  return variablesOf(index, placed).flatMap((setting) => {
    if (setting.name === 'GOMEMLIMIT') {
      const bytes = goBytes(setting.value);
      return bytes === undefined ? [] : [{ placed, setting, what: 'GOMEMLIMIT', bytes, share: GO_SHARE }];
    }
    return setting.name === 'NODE_OPTIONS' ? nodeHeap(placed, setting) : [];
  });
}

function nodeHeap(placed: PlacedContainer, setting: Setting): MemorySetting[] {
  const [, size] = /--max[-_]old[-_]space[-_]size[= ](\d+)(?!\S)/.exec(setting.value) ?? [];
  if (size === undefined) return [];
  return [{ placed, setting, what: '--max-old-space-size', bytes: Number(size) * MIB, share: HEAP_SHARE }];
}

/** Options of the words of a command: `--maxmemory 1gb`, `-c shared_buffers=256MB`. */
function inWords(placed: PlacedContainer): MemorySetting[] {
  const words = wordsOf(placed);
  return words.flatMap((setting, position) => {
    const next = words[position + 1]?.value ?? '';
    const [name = '', value = next] = setting.value.split('=', 2);
    const known = readSize(name.replace(/^--|^-c(?=[a-z])/, ''), value);
    return [...nodeHeap(placed, setting), ...(known ? [{ placed, setting, ...known }] : [])];
  });
}

/** Lines of files that are known by what they set. */
function inFiles(index: ObjectIndex, placed: PlacedContainer): MemorySetting[] {
  return filesOf(index, placed)
    .filter(({ name }) => name.endsWith('.conf'))
    .flatMap((setting) =>
      [...setting.value.matchAll(/^\s*(maxmemory|shared_buffers)\s*[ =]\s*'?([\w.]+)'?\s*(?:#.*)?$/gm)].flatMap(
        ([, name = '', value = '']) => {
          const known = readSize(name, value);
          return known ? [{ placed, setting, ...known }] : [];
        },
      ),
    );
}

function readSize(name: string, value: string): Pick<MemorySetting, 'what' | 'bytes' | 'share'> | undefined {
  const read = (bytes: number | undefined, share: number) => (bytes ? { what: name, bytes, share } : undefined);
  switch (name) {
    case 'maxmemory':
      return read(redisBytes(value), HEAP_SHARE);
    case 'shared_buffers':
      return read(postgresBytes(value), DATABASE_SHARE);
    case 'wiredTigerCacheSizeGB':
      return read(/^\d+(?:\.\d+)?$/.test(value) ? Number(value) * GIB : undefined, HEAP_SHARE);
    default:
      return undefined;
  }
}

function sized(value: string, pattern: RegExp, units: Readonly<Record<string, number>>): number | undefined {
  const [, digits, unit = ''] = pattern.exec(value.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits) * (units[unit.toLowerCase()] ?? 1);
}

const goBytes = (value: string) =>
  sized(value, /^(\d+)(B|KiB|MiB|GiB|TiB)?$/, { '': 1, b: 1, kib: 1024, mib: MIB, gib: GIB, tib: 1024 * GIB });

const redisBytes = (value: string) =>
  sized(value, /^(\d+)([kmg]b?)?$/i, { '': 1, k: 1e3, m: 1e6, g: 1e9, kb: 1024, mb: MIB, gb: GIB });

/** Without a unit, PostgreSQL counts pages of 8 KiB. */
const postgresBytes = (value: string) =>
  sized(value, /^(\d+)(kB|MB|GB|TB)?$/, { '': 8192, kb: 1024, mb: MIB, gb: GIB, tb: 1024 * GIB });
