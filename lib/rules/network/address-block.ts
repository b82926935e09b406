/** Addresses of a range but for some ranges in it, as an `ipBlock` names them. */
export interface AddressBlock {
  /** `10.0.0.0/8`, and what is left out: `0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16`. */
  readonly text: string;
  readonly range: AddressRange;
  readonly except: readonly AddressRange[];
}

interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** A block, unless its ranges cannot be read. */
export function addressBlock(cidr: string, except: readonly string[] = []): AddressBlock | undefined {
  const range = parseRange(cidr);
  const holes = except.map(parseRange);
  if (range === undefined || holes.includes(undefined)) return undefined;
  const suffix = except.length === 0 ? '' : ` except ${[...except].sort().join(', ')}`;
  return { text: cidr + suffix, range, except: holes as AddressRange[] };
}

/** Reads `text` of a block. */
export function parseBlock(text: string): AddressBlock | undefined {
  const [cidr = '', except] = text.split(' except ');
  return addressBlock(cidr, except?.split(/, */));
}

/** Whether a block has every address of another. */
export function covers(outer: AddressBlock, inner: AddressBlock): boolean {
  return (
    within(inner.range, outer.range) &&
    outer.except.every((hole) => !overlap(hole, inner.range) || inner.except.some((gap) => within(hole, gap)))
  );
}

/** Whether a block is every address there is. */
export function isEverywhere({ range: { bits, first, last }, except }: AddressBlock): boolean {
  return except.length === 0 && first === 0n && last === (1n << BigInt(bits)) - 1n;
}

function within(inner: AddressRange, outer: AddressRange): boolean {
  return inner.bits === outer.bits && outer.first <= inner.first && inner.last <= outer.last;
}

function overlap(a: AddressRange, b: AddressRange): boolean {
  return a.bits === b.bits && a.first <= b.last && b.first <= a.last;
}

function parseRange(cidr: string): AddressRange | undefined {
  const [, address = '', length = ''] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(cidr) ?? [];
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 32 ? parseV4(address) : parseV6(address);
  if (value === undefined || Number(length) > bits) return undefined;
  const size = 1n << BigInt(bits - Number(length));
  const first = value - (value % size);
  return { bits, first, last: first + size - 1n };
}

function parseV4(address: string): bigint | undefined {
  const bytes = address.split('.').map(Number);
  if (bytes.length !== 4 || !bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)) return undefined;
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function parseV6(address: string): bigint | undefined {
  const [head = '', tail] = address.split('::');
  const words = (text: string) => (text === '' ? [] : text.split(':'));
  const [left, right] = [words(head), words(tail ?? '')];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: Math.max(gap, 0) }, () => '0'), ...right];
  if (all.length !== 8 || !all.every((word) => /^[\da-f]{1,4}$/i.test(word))) return undefined;
  return all.reduce((sum, word) => sum * 65_536n + BigInt(`0x${word}`), 0n);
}
