import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from '../../../testbed/tools';

export const redisTool = program('redis-server');

export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** A local Redis on a free port, with an append-only file. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'descent-redis-'));
  readonly #port: number;
  readonly #portOption: 'port' | 'tls-port';
  readonly #extraArguments: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, portOption: 'port' | 'tls-port', more: readonly string[]) {
    this.#port = port;
    this.#portOption = portOption;
    this.#extraArguments = more;
  }

  static async start(...more: readonly string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), 'port', more);
    await server.run();
    return server;
  }

  /** Accepts only TLS connections of one user. */
  static async startEncrypted(files: Certificate, user: string, password: string): Promise<RedisServer> {
    const tls = ['--tls-key-file', files.key, '--tls-cert-file', files.certificate, '--tls-auth-clients', 'no'];
    const users = ['--user', user, 'on', `>${password}`, '~*', '&*', '+@all', '--user', 'default', 'off'];
    const server = new RedisServer(await freePort(), 'tls-port', ['--port', '0', ...tls, ...users]);
    await server.run();
    return server;
  }

  /** The URL without user and password. */
  get url(): string {
    return `${this.#portOption === 'port' ? 'redis' : 'rediss'}://127.0.0.1:${this.#port}`;
  }

  /** Starts the server, with its earlier data. */
  async run(): Promise<void> {
    const options = ['--bind', '127.0.0.1', `--${this.#portOption}`, String(this.#port), '--dir', this.#folder];
    const kept = ['--appendonly', 'yes', '--save', ''];
    this.#process = spawn('redis-server', [...options, ...kept, ...this.#extraArguments], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let output = '';
    for await (const chunk of this.#process.stdout ?? []) {
      output += String(chunk);
      if (output.includes('Ready to accept connections')) break;
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
