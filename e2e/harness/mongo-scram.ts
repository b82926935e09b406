import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

const ITERATIONS = 4096;

/** The server's side of a login by SCRAM-SHA-256, RFC 7677: it proves the password without sending it. */
export class ScramConversation {
  public loggedIn = false;
  private password: string | undefined;
  private readonly salt = randomBytes(16);
  private clientFirst = '';
  private serverFirst = '';

  constructor(private readonly passwordOf: (database: string, name: string) => string | undefined) {}

  /** Answers `n,,n=<name>,r=<nonce>`. */
  public start(database: string, message: string): string {
    const [, name = '', nonce = ''] = /n=([^,]*),r=([^,]*)$/.exec(message) ?? [];
    this.password = this.passwordOf(database, name);
    this.clientFirst = `n=${name},r=${nonce}`;
    const salt = this.salt.toString('base64');
    this.serverFirst = `r=${nonce}${randomBytes(12).toString('base64')},s=${salt},i=${ITERATIONS}`;
    return this.serverFirst;
  }

  /** Answers `c=…,r=…,p=<proof>`, or with nothing where the proof is wrong. */
  public finish(message: string): string | undefined {
    const [, withoutProof = '', proof = ''] = /^(.*),p=(.*)$/.exec(message) ?? [];
    if (this.password === undefined) return undefined;
    const salted = pbkdf2Sync(this.password, this.salt, ITERATIONS, 32, 'sha256');
    const clientKey = hmac(salted, 'Client Key');
    const transcript = [this.clientFirst, this.serverFirst, withoutProof].join(',');
    const signature = hmac(createHash('sha256').update(clientKey).digest(), transcript);
    const expected = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
    const received = Buffer.from(proof, 'base64');
    if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined;
    this.loggedIn = true;
    return `v=${hmac(hmac(salted, 'Server Key'), transcript).toString('base64')}`;
  }
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
