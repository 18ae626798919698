import { createSocket } from 'node:dgram';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { homedir, hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { secretText, type Targets } from './hostileSubmission';

/** Open targets that record access. */
export interface OpenTargets extends Targets {
  /** Returns the targets reached since the last call, such as `TCP`. */
  readonly reached: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Opens targets that every user can access, so that only the sandbox blocks attacks. */
export async function openTargets(): Promise<OpenTargets> {
  const base = await mkdtemp(join(tmpdir(), 'descent-targets-'));
  const folder = join(base, 'folder');
  await mkdir(folder);
  await chmod(base, 0o755);
  await chmod(folder, 0o777);
  const secretFile = join(base, 'secret.js');
  await writeFile(secretFile, secretText);
  const socket = join(base, 'socket');

  let seen: string[] = [];
  const tcp = createServer((connection) => {
    seen.push('TCP');
    connection.on('error', () => undefined).destroy();
  });
  const unix = createServer((connection) => {
    seen.push('socket');
    connection.on('error', () => undefined).destroy();
  });
  await listen(tcp, 0);
  await listen(unix, socket);
  await chmod(socket, 0o777);
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('the target has no port');
  const { port } = address;
  const udp = createSocket('udp4').on('message', () => seen.push('UDP'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));

  return {
    port,
    pid: process.pid,
    socket,
    secretFile,
    folder,
    names: [hostname(), homedir(), resolve(__dirname, '../../..')],
    reached: async () => {
      for (const name of await readdir(folder)) {
        seen.push(`file ${name}`);
        await rm(join(folder, name), { recursive: true });
      }
      const all = seen;
      seen = [];
      return all;
    },
    close: async () => {
      tcp.close();
      unix.close();
      udp.close();
      await rm(base, { recursive: true });
    },
  };
}

function listen(server: Server, where: number | string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    if (typeof where === 'number') server.listen(where, '127.0.0.1', resolve);
    else server.listen(where, resolve);
  });
}
