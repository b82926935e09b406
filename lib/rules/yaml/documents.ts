import { Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import { View } from '../object-index';
import { SourceFile } from '../rendered-object';
import { FieldPath, Position } from '../rule';
import { suspects } from './suspects';

/** A file that was read with positions. */
export interface ReadFile {
  readonly file: SourceFile;

  /** Every document, also those that hold nothing; values are text as it is written. */
  readonly documents: readonly Document.Parsed[];

  /** Line and column of an offset. */
  readonly positionOf: (offset: number) => Position;
}

/** Every file that is suspected of something. */
export const readFiles: View<readonly ReadFile[]> = (index) => index.view(suspects).map(read);

function read(file: SourceFile): ReadFile {
  const lineCounter = new LineCounter();
  const options = { schema: 'failsafe', lineCounter, prettyErrors: false, logLevel: 'silent' } as const;
  const documents = parseAllDocuments(file.text, options);
  const positionOf = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return { file, documents: Array.isArray(documents) ? (documents as Document.Parsed[]) : [], positionOf };
}

/** A key or a value without quotes. */
export interface PlainScalar {
  readonly source: string;
  readonly offset: number;

  /** Where it stands in its document; of a key, where its value stands. */
  readonly at: FieldPath;
  readonly isKey: boolean;
}

/** What a document has without quotes, in its order; of that what is asked for by the text of it. */
export function plainScalarsOf(document: Document.Parsed, isWanted: (source: string) => boolean): PlainScalar[] {
  const found: PlainScalar[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (node.type !== 'PLAIN' || node.range == null || !node.source || !isWanted(node.source)) return;
      const at = fieldOf([...path, node]);
      found.push({ source: node.source, offset: node.range[0], at, isKey: key === 'key' });
    },
  });
  return found;
}

/** The keys and positions on the way to a node. */
function fieldOf(path: readonly unknown[]): FieldPath {
  return path.flatMap((node, depth): FieldPath => {
    if (isPair(node)) return [isScalar(node.key) ? String(node.key.value) : ''];
    return isSeq(node) ? [node.items.indexOf(path[depth + 1])] : [];
  });
}

/** Anchors, aliases and merge keys of a document, as they are written. */
export function sharedPartsOf(
  document: Document.Parsed,
  text: string,
): { readonly source: string; readonly offset: number }[] {
  const found: { source: string; offset: number }[] = [];
  visit(document, {
    Node(_, node) {
      if (node.range == null) return;
      if (isAlias(node)) found.push({ source: `*${node.source}`, offset: node.range[0] });
      else if (node.anchor !== undefined) {
        // It stands before what it is the name of.
        const source = `&${node.anchor}`;
        found.push({ source, offset: text.lastIndexOf(source, node.range[0]) });
      }
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.source === '<<' && key.type === 'PLAIN' && key.range) {
        found.push({ source: '<<', offset: key.range[0] });
      }
    },
  });
  return found;
}

/** A field of the map at the top of a document, as text; undefined where there is none or it is no text. */
export function topFieldOf({ contents }: Document.Parsed, field: string): string | undefined {
  const value: unknown = isMap(contents) ? contents.get(field) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
