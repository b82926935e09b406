/** Operations of MongoDB's protocol: a driver's first question is still asked in the old form. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

/** Header of every message: length, id, id of the question, operation. */
const HEADER = 16;

/** Flag of a message that nobody wants an answer to. */
const MORE_TO_COME = 2;

/** A message of a client: where its document is, and how to answer. */
export interface Question {
  /** The command, in BSON. */
  readonly document: Buffer;

  /** Renders the message that carries a document as the answer; nothing where none is wanted. */
  answer(document: Uint8Array): Buffer | undefined;
}

/** Splits off the complete messages of what a client has sent. */
export function takeMessages(received: Buffer): { readonly messages: readonly Buffer[]; readonly rest: Buffer } {
  const messages: Buffer[] = [];
  let rest = received;
  while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
    messages.push(rest.subarray(0, rest.readInt32LE(0)));
    rest = rest.subarray(rest.readInt32LE(0));
  }
  return { messages, rest };
}

/** Reads a message. Throws for an operation that drivers no longer use. */
export function readQuestion(message: Buffer): Question {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === OP_MSG) {
    const isWanted = (message.readInt32LE(HEADER) & MORE_TO_COME) === 0;
    // Flags, then the kind of the only section.
    const prefix = Buffer.alloc(5);
    return {
      document: message.subarray(HEADER + 5),
      answer: (document) => (isWanted ? render(OP_MSG, id, prefix, document) : undefined),
    };
  }
  if (operation !== OP_QUERY) throw new Error(`operation must be OP_MSG or OP_QUERY, got ${operation}`);
  // Flags, the name of a collection up to a zero, two numbers; the answer: flags, a cursor, two numbers, the last 1.
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(1, 16);
  return {
    document: message.subarray(message.indexOf(0, HEADER + 4) + 9),
    answer: (document) => render(OP_REPLY, id, prefix, document),
  };
}

function render(operation: number, question: number, prefix: Buffer, document: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + prefix.length + document.length, 0);
  header.writeInt32LE(question, 8);
  header.writeInt32LE(operation, 12);
  return Buffer.concat([header, prefix, document]);
}
