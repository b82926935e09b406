import { NOT_PLAIN } from './plain-scalars';

/** The text of a block, and where the line after it begins. */
export interface LiteralBlock {
  readonly value: string;
  readonly next: number;
}

const SPACE = 32;
const LINE_END = 10;

/**
 * Reads a block that begins with `|`, from the line after its sign. Its lines stand further in than `parentIndent`.
 *
 * @param chomp - `-` drops the line end after the last line, `+` keeps all of them
 */
export function readLiteralBlock(text: string, start: number, parentIndent: number, chomp: string): LiteralBlock {
  const lines: string[] = [];
  let indent = -1;
  let blanks = 0;
  let at = start;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const column = countSpaces(text, at);
    if (at + column === end && (indent < 0 || column <= indent)) {
      if (indent < 0 && column > 0) throw NOT_PLAIN;
      blanks++;
    } else {
      if (indent < 0 && column > parentIndent) indent = column;
      if (indent < 0 || column < indent) break;
      for (; blanks > 0; blanks--) lines.push('');
      lines.push(text.slice(at + indent, end));
    }
    at = end + 1;
  }
  if (indent < 0) throw NOT_PLAIN;
  const trailing = chomp === '+' ? '\n'.repeat(blanks + 1) : chomp === '-' ? '' : '\n';
  return { value: lines.join('\n') + trailing, next: at };
}

/** How many spaces a text has from somewhere on. */
export function countSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === SPACE) at++;
  return at - start;
}

/** Whether a line ends there. */
export function isLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === LINE_END;
}
