import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { parseJson } from '../../../files';
import { largestText, type WorkFiles } from './WorkFiles';

const savingSchema = z.object({ text: z.string().max(largestText), version: z.string().max(100) });

/** Maximum size of a request's body: a character may need several bytes, and JSON escapes are longer. */
const maxBytes = 8 * largestText;

/**
 * Serves the page and the student's files on this machine only. Requests without its address, which has a random part,
 * are rejected: other users of the machine, and other pages in the same browser.
 */
export class PageServer {
  readonly #token = randomBytes(18).toString('base64url');
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();

  /** @param page - creates the page for an address */
  constructor(
    readonly files: WorkFiles,
    readonly page: (address: string) => string,
  ) {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        if (response.headersSent) response.end();
        else send(response, 500, 'text/plain', `the file could not be read or written: ${(error as Error).message}\n`);
      });
    });
  }

  /** Starts on the given port, or a free one. @returns its address */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return `http://${this.#host()}${this.#address()}`;
  }

  /** Notifies all pages that the files of an assignment changed. */
  tell(assignment: string): void {
    for (const listener of this.#listeners) listener.write(`data: ${JSON.stringify(assignment)}\n\n`);
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #address(): string {
    return `/${this.#token}/`;
  }

  #host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const address = this.#address();
    // Reject other host names that resolve to 127.0.0.1 (DNS rebinding).
    if (request.headers.host !== this.#host() || !url.startsWith(address))
      return send(response, 404, 'text/plain', 'the address that `npm run play` printed is the only one\n');
    const { origin } = request.headers;
    if (origin !== undefined && origin !== `http://${this.#host()}`)
      return send(response, 403, 'text/plain', 'another page may not ask\n');
    const path = url.slice(address.length);
    if (path === '' && method === 'GET') return send(response, 200, 'text/html; charset=utf-8', this.page(address));
    if (path === 'events' && method === 'GET') return this.#listen(response);
    const id = /^files\/([\w-]+)$/.exec(path)?.[1];
    if (id === undefined || !this.files.has(id)) return send(response, 404, 'text/plain', `there is no ${path}\n`);
    if (method === 'GET') return sendJson(response, await this.files.read(id));
    if (method !== 'PUT') return send(response, 405, 'text/plain', `${method} is not possible\n`);
    const body = await bodyOf(request);
    const saving = body === undefined ? undefined : parseJson(body, savingSchema);
    if (saving?.status !== 'read')
      return send(response, 400, 'text/plain', `a file has at most ${largestText} characters\n`);
    return sendJson(response, await this.files.write(id, saving.value));
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    // Signals the browser that it is connected.
    response.write(':\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > maxBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(text);
}
