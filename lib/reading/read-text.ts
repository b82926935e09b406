import { closeSync, openSync, readSync } from 'node:fs';
import { Verdict } from '../rules/judge';
import { describeFailure } from './find-files';
import { problemOf } from './read-problems';

/** Text of a file, or why there is none. */
export type ReadText = { readonly text: string } | { readonly problem: Verdict };

/** Reads a file of at most some bytes; of a larger one, no more than that. `shown` is its name for people. */
export function readText(path: string, shown: string, maxBytes: number): ReadText {
  try {
    const file = openSync(path, 'r');
    try {
      return decode(readBytes(file, maxBytes + 1), shown, maxBytes);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: describeFailure(shown, error) };
  }
}

/** Reads an open file to its end, or until there are as many bytes as asked for. */
export function readBytes(file: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < most) {
    const chunk = Buffer.allocUnsafe(Math.min(65_536, most - size));
    const count = readWhenReady(file, chunk);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    size += count;
  }
  return Buffer.concat(chunks);
}

/** A pipe that is not yet filled answers EAGAIN; its writer is given time. */
function readWhenReady(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Bytes as text, unless they are too many or no UTF-8. */
export function decode(bytes: Buffer, shown: string, maxBytes: number): ReadText {
  if (bytes.length > maxBytes) {
    const message = `a file must have at most ${maxBytes} bytes, got more`;
    return { problem: problemOf('tooLarge', shown, message, { cure: 'split it, or raise the limit by --max-bytes' }) };
  }
  const other = otherEncoding(bytes);
  if (other !== undefined) return { problem: problemOf('notText', shown, `a file must be UTF-8 text, got ${other}`) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: problemOf('notText', shown, 'a file must be UTF-8 text, got bytes that are none') };
  }
}

function otherEncoding(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16';
  return bytes.includes(0) ? 'a zero byte, as binary files have' : undefined;
}
