import { connect, constants } from 'node:http2';

/** What a server answers about one of its services, as the kubelet asks it: 1 is SERVING. */
export type Health = 'SERVING' | 'NOT_SERVING' | 'no answer';

/** Asks a gRPC server for the health of a service. */
export function askHealth(host: string, port: number, service: string, timeoutMs = 2_000): Promise<Health> {
  return new Promise((resolve) => {
    const session = connect(`http://${host}:${port}`);
    const end = (health: Health) => {
      clearTimeout(timer);
      session.destroy();
      resolve(health);
    };
    const timer = setTimeout(() => end('no answer'), timeoutMs);
    session.on('error', () => end('no answer'));
    const stream = session.request({
      [constants.HTTP2_HEADER_METHOD]: 'POST',
      [constants.HTTP2_HEADER_PATH]: '/grpc.health.v1.Health/Check',
      [constants.HTTP2_HEADER_CONTENT_TYPE]: 'application/grpc',
      te: 'trailers',
    });
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('error', () => end('no answer'));
    stream.on('end', () => end(readStatus(Buffer.concat(chunks))));
    stream.end(renderRequest(service));
  });
}

/** A frame of one message, whose field 1 is the name. */
function renderRequest(service: string): Buffer {
  const name = Buffer.from(service);
  const message = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const frame = Buffer.alloc(5);
  frame.writeUInt32BE(message.length, 1);
  return Buffer.concat([frame, message]);
}

/** The answer is a frame of one message, whose field 1 is the status. */
function readStatus(frame: Buffer): Health {
  if (frame.length === 0) return 'no answer';
  return frame[5] === 0x08 && frame[6] === 1 ? 'SERVING' : 'NOT_SERVING';
}
