import { ObjectIndex, View } from '../object-index';
import { filesOf, Setting, wordsOf } from '../views/container-settings';
import { engineOf } from '../views/engines';
import { containers, PlacedContainer } from '../views/pods';

/** A server of PostgreSQL and what it is told, by the names of `postgresql.conf`. */
export interface PostgresServer {
  readonly placed: PlacedContainer;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** Every server of PostgreSQL. What its command says wins over what its files say. */
export const postgresServers: View<readonly PostgresServer[]> = (index) =>
  index
    .view(containers)
    .filter(({ init, container }) => !init && engineOf(container)?.name === 'PostgreSQL')
    .map((placed) => {
      const found = [...inFiles(index, placed), ...inWords(placed)];
      return { placed, settings: new Map(found.map((setting) => [setting.name, setting])) };
    });

function inFiles(index: ObjectIndex, placed: PlacedContainer): Setting[] {
  const files = filesOf(index, placed).filter(({ name }) => name.endsWith('.conf'));
  return files.flatMap((file) =>
    [...file.value.matchAll(/^[ \t]*([A-Za-z_]+)[ \t]*(?:=|[ \t])[ \t]*'?([^'#\n]*?)'?[ \t]*(?:#.*)?$/gm)].map(
      ([, name = '', value = '']) => ({ ...file, name: name.toLowerCase(), value }),
    ),
  );
}

/** `-c name=value` and `--name=value`; there a minus in a name is an underscore. */
function inWords(placed: PlacedContainer): Setting[] {
  const words = wordsOf(placed);
  return words.flatMap((word, position) => {
    const text = words[position - 1]?.value === '-c' ? word.value : /^(?:-c|--)(?=[a-z])(.*)$/s.exec(word.value)?.[1];
    const [, name, value = ''] = /^([a-z_-]+)=(.*)$/s.exec(text ?? '') ?? [];
    return name === undefined ? [] : [{ ...word, name: name.replaceAll('-', '_'), value }];
  });
}

const UNITS: Readonly<Record<string, number>> = { B: 1, kB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };

/** Bytes of a size; undefined where it is none. Without a unit it counts blocks: pages of 8 KiB, or kibibytes. */
export function postgresBytes(value: string, block: number): number | undefined {
  const [, digits, unit] = /^(\d+)\s*(B|kB|MB|GB|TB)?$/.exec(value.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits) * (unit === undefined ? block : (UNITS[unit] ?? 1));
}
