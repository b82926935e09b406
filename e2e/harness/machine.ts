import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './process';

/** Loopback address that every server listens on. */
export const HOST = '127.0.0.1';

const PREFIX = 'platform-manifests-e2e-';

/** A folder of one run's own. Folders of runs that died before they could clean up are removed on the way. */
export function makeTempFolder(name: string): string {
  for (const entry of readdirSync(tmpdir()).filter((file) => file.startsWith(PREFIX))) {
    const owner = Number(entry.slice(PREFIX.length).split('-')[0]);
    if (owner > 0 && !isAlive(owner)) rmSync(join(tmpdir(), entry), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-${name}-`));
}

/** Removes a folder of `makeTempFolder`. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    // Below the kernel's range for outgoing connections, so that no client takes it before the server does.
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (!taken.has(port) && (await canListen(port))) {
      taken.add(port);
      return port;
    }
  }
}

const taken = new Set<number>();

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}
