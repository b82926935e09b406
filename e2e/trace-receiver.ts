import { createServer, ServerHttp2Session } from 'node:http2';
import { gunzipSync } from 'node:zlib';
import { HOST } from './harness/machine';

/** What stands where Tempo does, which cannot be built here: it takes traces by OTLP over gRPC and keeps them. */
export interface TraceReceiver {
  /** Every message it was sent, one after the other. */
  received(): Buffer;
  /** Ends it. */
  stop(): Promise<void>;
}

const EXPORT = '/opentelemetry.proto.collector.trace.v1.TraceService/Export';

/** An answer of no fields. */
const EMPTY_MESSAGE = Buffer.alloc(5);

/** Starts it on a port, without TLS. */
export async function startTraceReceiver(port: number): Promise<TraceReceiver> {
  const messages: Buffer[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const server = createServer();
  server.on('session', (session) => sessions.add(session));
  server.on('stream', (stream, { ':path': path }) => {
    const known = path === EXPORT;
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (known) messages.push(readMessage(Buffer.concat(chunks)));
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': known ? '0' : '12' }));
      stream.end(EMPTY_MESSAGE);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, HOST, resolve));
  const stop = () =>
    new Promise<void>((resolve) => {
      sessions.forEach((session) => session.destroy());
      server.close(() => resolve());
    });
  return { received: () => Buffer.concat(messages), stop };
}

/** The message of a frame: a byte that says whether it is compressed, its length in four bytes, and itself. */
function readMessage(frame: Buffer): Buffer {
  const message = frame.subarray(5, 5 + frame.readUInt32BE(1));
  return frame[0] === 1 ? gunzipSync(message) : message;
}
