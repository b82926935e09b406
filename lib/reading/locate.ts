import { isMap, isScalar, isSeq, LineCounter, Node, Pair, parseDocument } from 'yaml';
import { FieldPath, Position } from '../rules/rule';
import { DocumentText, splitDocuments } from './split-documents';

/** Larger documents are not parsed a second time: their findings stand at their first line. */
const MOST_CHARACTERS = 2_000_000;

/** A document as a tree that knows its positions. */
interface Tree {
  readonly root: Node | null;
  readonly lines: LineCounter;
}

/** Finds fields in the text of one file; each document is parsed when it is first asked about. */
export class Locator {
  private readonly documents: ReadonlyMap<number, DocumentText>;
  private readonly trees = new Map<number, Tree>();

  constructor(text: string) {
    this.documents = new Map(splitDocuments(text).map((document) => [document.index, document]));
  }

  /** Where a field begins: its key, or the item of a list. The nearest one above it, where it is not there. */
  public find(document: number, field: FieldPath): Position {
    const text = this.documents.get(document);
    if (text === undefined) return { line: 1, column: 1 };
    const { root, lines } = this.treeOf(text);
    const offset = offsetOf(root, field);
    const { line, col } = lines.linePos(offset);
    return { line: text.linesAbove + Math.max(line, 1), column: Math.max(col, 1) };
  }

  private treeOf(document: DocumentText): Tree {
    const known = this.trees.get(document.index);
    if (known) return known;
    const lines = new LineCounter();
    const tree = { root: parse(document.text, lines), lines };
    this.trees.set(document.index, tree);
    return tree;
  }
}

function parse(text: string, lineCounter: LineCounter): Node | null {
  if (text.length > MOST_CHARACTERS) {
    lineCounter.addNewLine(0);
    return null;
  }
  try {
    return parseDocument(text, { lineCounter, version: '1.1', uniqueKeys: false, strict: false, logLevel: 'silent' })
      .contents;
  } catch {
    return null;
  }
}

function offsetOf(root: Node | null, field: FieldPath): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of field) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => isNamed(key, String(step)));
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) break;
      offset = (item as Node).range?.[0] ?? offset;
      node = item;
    } else {
      break;
    }
  }
  return offset;
}

/** Whether a key is the name of a field, as it is written or as YAML takes it: `yes` is `true`. */
function isNamed(key: unknown, name: string): boolean {
  return isScalar(key) && (String(key.value) === name || key.source === name);
}
