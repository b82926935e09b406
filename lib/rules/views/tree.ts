/** A map of a manifest whose fields nobody has typed; each may be missing. */
export type Tree = Readonly<Record<string, unknown>>;

/** A map, or an empty one where there is none. */
export function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
}

/** The map under some keys, one below the other, or an empty one. */
export function treeAt(value: unknown, ...keys: readonly string[]): Tree {
  return keys.reduce<Tree>((parent, key) => tree(parent[key]), tree(value));
}

/** A list of maps, or an empty one where there is none. */
export function trees(value: unknown): readonly Tree[] {
  return Array.isArray(value) ? value.map(tree) : [];
}

/** A string that is not empty. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
