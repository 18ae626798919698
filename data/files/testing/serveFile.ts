import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Behaviour of the server for each request in order; the last one is repeated. */
export type Behaviour =
  | { readonly kind: 'whole' }
  /** Sends this many bytes and closes the connection. */
  | { readonly kind: 'break'; readonly after: number }
  /** Sends this many bytes and then nothing, with the connection open. */
  | { readonly kind: 'stall'; readonly after: number }
  | { readonly kind: 'ignoreRange' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Omits the content length. */
  | { readonly kind: 'page'; readonly text: string };

export interface FileServer {
  readonly url: string;
  /** Headers of the requests so far. */
  readonly requests: IncomingHttpHeaders[];
  readonly close: () => Promise<void>;
}

/** Serves one file on 127.0.0.1, with support for ranges and simulated failures. */
export async function serveFile(content: Uint8Array, behaviours: readonly Behaviour[]): Promise<FileServer> {
  const requests: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const behaviour = behaviours[Math.min(requests.length, behaviours.length - 1)] ?? { kind: 'whole' };
    requests.push(request.headers);
    if (behaviour.kind === 'status') return void response.writeHead(behaviour.status).end();
    if (behaviour.kind === 'redirect') return void response.writeHead(302, { Location: behaviour.to }).end();
    if (behaviour.kind === 'page') return void response.writeHead(200).end(behaviour.text);

    const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const from = behaviour.kind === 'ignoreRange' ? 0 : Number(start ?? 0);
    const range = { 'Content-Range': `bytes ${from}-${content.length - 1}/${content.length}` };
    const headers = { 'Content-Length': content.length - from, ...(from > 0 ? range : {}) };
    response.writeHead(from > 0 ? 206 : 200, headers);
    const rest = content.subarray(from);
    if (behaviour.kind === 'whole' || behaviour.kind === 'ignoreRange') return void response.end(rest);
    response.write(rest.subarray(0, behaviour.after));
    // Delayed, since unread data is lost when a connection breaks.
    if (behaviour.kind === 'break') setTimeout(() => response.destroy(), 100);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/file.tar.gz`, requests, close: () => closeNow(server) };
}

function closeNow(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => void server.close(() => done()));
}
