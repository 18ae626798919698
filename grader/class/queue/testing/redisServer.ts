import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../../testbed/tools';

export const redisTool = program('redis-server');

/** A Redis of our own on a free port of this machine, which keeps what it is given in a file. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'descent-redis-'));
  readonly #port: number;
  readonly #more: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, more: readonly string[]) {
    this.#port = port;
    this.#more = more;
  }

  static async start(...more: readonly string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), more);
    await server.run();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Starts it, with what it was given before. */
  async run(): Promise<void> {
    const options = ['--bind', '127.0.0.1', '--port', String(this.#port), '--dir', this.#folder];
    const kept = ['--appendonly', 'yes', '--save', ''];
    this.#process = spawn('redis-server', [...options, ...kept, ...this.#more], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    for await (const chunk of this.#process.stdout ?? []) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) break;
    }
    this.#process.stdout?.resume();
  }

  async kill(): Promise<void> {
    const process = this.#process;
    if (process === undefined || process.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }

  async end(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
