import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertTools, run } from './harness/command';
import { makeTempFolder, removeFolder } from './harness/machine';

/** An authority and a server's certificate, in PEM. */
export interface Certificates {
  readonly authority: string;
  readonly key: string;
  readonly certificate: string;
}

/** Makes an authority, and a certificate of a server with these host names. */
export async function makeCertificates(hosts: readonly string[]): Promise<Certificates> {
  await assertTools('openssl');
  const folder = makeTempFolder('certificates');
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
  try {
    await openssl('req', '-x509', ...newKey, '-subj', '/CN=authority', '-keyout', 'ca.key', '-out', 'ca.crt');
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-addext', `subjectAltName=${names}`];
    await openssl('req', '-x509', ...newKey, ...signed, '-subj', '/CN=server', '-keyout', 'tls.key', '-out', 'tls.crt');
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    return { authority: read('ca.crt'), key: read('tls.key'), certificate: read('tls.crt') };
  } finally {
    removeFolder(folder);
  }
}
