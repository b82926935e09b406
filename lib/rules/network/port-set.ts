/** First and last of some ports, both included. */
export type PortRange = readonly [first: number, last: number];

const LAST_PORT = 65_535;
const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

/** Ports of each protocol, as disjoint ranges in order. Never changes. */
export class PortSet {
  public static readonly NONE = new PortSet(new Map());
  public static readonly ALL = new PortSet(new Map(PROTOCOLS.map((protocol) => [protocol, [[1, LAST_PORT]]])));

  /** Sets of one range: most that are compared are the same object. */
  private static readonly known = new Map<string, PortSet>();

  private constructor(private readonly ranges: ReadonlyMap<string, readonly PortRange[]>) {}

  /** Ports of one protocol. */
  public static of(protocol: string, first: number, last: number = first): PortSet {
    if (first > last) return PortSet.NONE;
    const key = `${first}-${last}/${protocol}`;
    const set = PortSet.known.get(key) ?? new PortSet(new Map([[protocol, [[first, last]]]]));
    PortSet.known.set(key, set);
    return set;
  }

  /** Every port of one protocol. */
  public static allOf(protocol: string): PortSet {
    return PortSet.of(protocol, 1, LAST_PORT);
  }

  /** Reads what `toString` writes of one range: `9092`, `53/UDP`, `8000-8010/TCP`, `*`. TCP where none is named. */
  public static parse(text: number | string): PortSet | undefined {
    const [, ports = '', protocol = 'TCP'] = /^(\*|\d+(?:-\d+)?)(?:\/(TCP|UDP|SCTP))?$/.exec(String(text)) ?? [];
    if (ports === '') return undefined;
    if (ports === '*') return text === '*' ? PortSet.ALL : PortSet.allOf(protocol);
    const [first = 0, last = first] = ports.split('-').map(Number);
    return PortSet.of(protocol, first, last);
  }

  public get isEmpty(): boolean {
    return this.ranges.size === 0;
  }

  public has(protocol: string, port: number): boolean {
    return (this.ranges.get(protocol) ?? []).some(([first, last]) => first <= port && port <= last);
  }

  public union(other: PortSet): PortSet {
    if (this.isEmpty || this === other) return other;
    return other.isEmpty ? this : this.combine(other, (own, theirs) => own || theirs);
  }

  public intersect(other: PortSet): PortSet {
    if (this === PortSet.ALL || this === other) return other;
    return other === PortSet.ALL ? this : this.combine(other, (own, theirs) => own && theirs);
  }

  public minus(other: PortSet): PortSet {
    if (this === other || other === PortSet.ALL) return PortSet.NONE;
    return this.isEmpty || other.isEmpty ? this : this.combine(other, (own, theirs) => own && !theirs);
  }

  public equals(other: PortSet): boolean {
    return this.toString() === other.toString();
  }

  /** Each range as text: `9092/TCP`, `8000-8010/TCP`, `*` for all there is. */
  public toTexts(): string[] {
    const all = ([first, last]: PortRange) => first === 1 && last === LAST_PORT;
    const whole = PROTOCOLS.every((protocol) => this.ranges.get(protocol)?.some(all));
    if (whole) return ['*'];
    return [...this.ranges].flatMap(([protocol, ranges]) =>
      ranges.map((range) => {
        const [first, last] = range;
        const ports = all(range) ? '*' : first === last ? String(first) : `${first}-${last}`;
        return `${ports}/${protocol}`;
      }),
    );
  }

  public toString(): string {
    return this.toTexts().join(',');
  }

  private combine(other: PortSet, keep: (own: boolean, theirs: boolean) => boolean): PortSet {
    const names = new Set([...this.ranges.keys(), ...other.ranges.keys()]);
    const protocols = [...PROTOCOLS.filter((protocol) => names.delete(protocol)), ...names];
    const entries = protocols.map(
      (protocol) => [protocol, sweep(this.ranges.get(protocol) ?? [], other.ranges.get(protocol) ?? [], keep)] as const,
    );
    return new PortSet(new Map(entries.filter(([, ranges]) => ranges.length > 0)));
  }
}

/** Walks over both lists at once, from each port where either changes to the next. */
function sweep(
  own: readonly PortRange[],
  theirs: readonly PortRange[],
  keep: (own: boolean, theirs: boolean) => boolean,
): PortRange[] {
  const edges = [...new Set([...own, ...theirs].flatMap(([first, last]) => [first, last + 1]))].sort((a, b) => a - b);
  const kept: [number, number][] = [];
  edges.slice(0, -1).forEach((first, position) => {
    const last = (edges[position + 1] ?? first) - 1;
    if (!keep(covers(own, first), covers(theirs, first))) return;
    const previous = kept.at(-1);
    if (previous?.[1] === first - 1) previous[1] = last;
    else kept.push([first, last]);
  });
  return kept;
}

function covers(ranges: readonly PortRange[], port: number): boolean {
  return ranges.some(([first, last]) => first <= port && port <= last);
}
