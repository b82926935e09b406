import { createServer, Socket } from 'node:net';
import { Command } from '../../__tests__/constructs/mongodb/fake-accounts';
import { AUTHENTICATION_FAILED, FakeMongo } from '../../__tests__/constructs/mongodb/fake-mongo';
import { readQuestion, takeMessages } from './mongo-message';
import { ScramConversation } from './mongo-scram';
import { Bson } from './mongosh';

/** Serves one member of a fake set on the port of its host, in MongoDB's own protocol. Returns how to end it. */
export async function serveMember(mongo: FakeMongo, host: string, bson: Bson): Promise<() => void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const connection = new Connection(mongo, host, bson);
    sockets.add(socket);
    socket.on('data', (bytes) => connection.receive(bytes).forEach((answer) => socket.write(answer)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  const [address, port] = host.split(':');
  await new Promise<void>((resolve) => server.listen(Number(port), address, resolve));
  return () => {
    server.close();
    sockets.forEach((socket) => socket.destroy());
  };
}

/** What a client has sent so far, and whether it has logged in. */
class Connection {
  private unread: Buffer = Buffer.alloc(0);
  private readonly scram: ScramConversation;

  constructor(
    private readonly mongo: FakeMongo,
    private readonly host: string,
    private readonly bson: Bson,
  ) {
    this.scram = new ScramConversation((database, name) => mongo.passwordOf(host, database, name));
  }

  /** Takes bytes, and gives the answers to the messages that are complete with them. */
  public receive(bytes: Buffer): Buffer[] {
    const { messages, rest } = takeMessages(Buffer.concat([this.unread, bytes]));
    this.unread = rest;
    return messages.flatMap((message) => {
      const { document, answer } = readQuestion(message);
      return answer(this.bson.serialize(this.answer(this.bson.deserialize(document)))) ?? [];
    });
  }

  private answer({ $db: database, ...command }: Command): object {
    try {
      return { ...this.dispatch(String(database), command), ok: 1 };
    } catch (error) {
      const { message, code = 8, codeName = 'UnknownError' } = error as Error & { code?: number; codeName?: string };
      return { ok: 0, errmsg: message, code, codeName };
    }
  }

  private dispatch(database: string, command: Command): object {
    switch (Object.keys(command)[0]) {
      case 'hello':
      case 'ismaster':
        return { ...ABILITIES, ...(this.mongo.answer(this.host, database, { hello: 1 }, false) as object) };
      case 'saslStart':
        return this.sasl(false, this.scram.start(database, textOf(command)));
      case 'saslContinue':
        return this.sasl(true, this.scram.finish(textOf(command)));
      case 'ping':
      case 'endSessions':
        return {};
      default:
        return (this.mongo.answer(this.host, database, command, this.scram.loggedIn) as object | undefined) ?? {};
    }
  }

  private sasl(done: boolean, answer: string | undefined): object {
    if (answer === undefined) throw AUTHENTICATION_FAILED;
    return { conversationId: 1, done, payload: new this.bson.Binary(Buffer.from(answer)) };
  }
}

/** What every server says of itself to a driver. */
const ABILITIES = {
  helloOk: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 25,
  saslSupportedMechs: ['SCRAM-SHA-256'],
};

function textOf({ payload }: Command): string {
  return Buffer.from((payload as { buffer: Uint8Array }).buffer).toString();
}
