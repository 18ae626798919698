import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkFile } from './messages';
import { PageServer } from './PageServer';
import { WorkFiles } from './WorkFiles';

interface Asked {
  readonly status: number;
  readonly text: string;
}

describe('PageServer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-server-'));
  const file = join(folder, 'assignments', '03-losses', 'losses.ts');
  const assignment = {
    id: '03-losses',
    title: { en: '', zh: '' },
    file: 'losses.ts',
    exercises: ['now'],
    formerNames: { now: ['before'] },
    skeleton: '',
  };
  const link = { ...assignment, id: '04-link', file: 'secret.ts' };
  const server = new PageServer(new WorkFiles(folder, [assignment, link]), (address) => `page at ${address}`);
  let address = new URL('http://127.0.0.1');
  beforeAll(async () => {
    mkdirSync(join(folder, 'assignments', '03-losses'), { recursive: true });
    mkdirSync(join(folder, 'assignments', '04-link'));
    symlinkSync('/etc/hostname', join(folder, 'assignments', '04-link', 'secret.ts'));
    address = new URL(await server.listen());
  });
  beforeEach(() => writeFileSync(file, 'export const a = 1;\n'));
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** Not by `fetch`, which doesn't allow these headers. */
  const ask = (
    path: string,
    {
      method = 'GET',
      headers = {},
      body = '',
    }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ): Promise<Asked> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest({ host: '127.0.0.1', port: address.port, path, method, headers }, (response) => {
        let text = '';
        response.on('data', (data: Buffer) => (text += data.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asked.on('error', reject).end(body);
    });
  const own = (path: string): string => address.pathname + path;
  const read = async (): Promise<WorkFile> => JSON.parse((await ask(own('files/03-losses'))).text) as WorkFile;
  const save = (text: string, version: string): Promise<Asked> =>
    ask(own('files/03-losses'), { method: 'PUT', body: JSON.stringify({ text, version }) });

  it('should also compile a function under its current name if it has a former one', async () => {
    writeFileSync(file, 'export const before = 1;\n');
    const { source } = await read();
    expect(source).toMatchObject({ status: 'compiled', code: expect.stringContaining('now: () =>') as string });
  });

  it('should give the page its address, and a compiled file', async () => {
    expect(await ask(own(''))).toEqual({ status: 200, text: `page at ${address.pathname}` });
    expect(await read()).toMatchObject({ text: 'export const a = 1;\n', source: { status: 'compiled' } });
  });

  it.each([
    ['without the random part', () => ask('/'), 404],
    ['with another one', () => ask(`/${'x'.repeat(24)}/files/03-losses`), 404],
    ['by another name of this machine', () => ask(own(''), { headers: { host: 'evil.example' } }), 404],
    ['from another page', () => ask(own(''), { headers: { origin: 'http://evil.example' } }), 403],
    ['for a file of no assignment', () => ask(own('files/..%2Fpackage')), 404],
    ['for another folder', () => ask(own('files/../../etc/passwd')), 404],
    ['to delete', () => ask(own('files/03-losses'), { method: 'DELETE' }), 405],
    ['to save what is no text', () => ask(own('files/03-losses'), { method: 'PUT', body: '{"text":1}' }), 400],
    ['to save far too much', () => save('x'.repeat(200_001), ''), 400],
  ])('should refuse who asks %s', async (_what, asked, status) => {
    expect((await asked()).status).toBe(status);
    expect(readFileSync(file, 'utf8')).toBe('export const a = 1;\n');
  });

  it('should neither read nor write through a link that leads outside', async () => {
    expect(JSON.parse((await ask(own('files/04-link'))).text)).toMatchObject({ status: 'problem' });
    const body = JSON.stringify({ text: 'x', version: '' });
    expect(JSON.parse((await ask(own('files/04-link'), { method: 'PUT', body })).text)).toMatchObject({
      status: 'problem',
    });
  });

  it('should save, and report why the saved text does not compile', async () => {
    const { version } = await read();
    expect(JSON.parse((await save('const = 2;', version)).text)).toMatchObject({
      status: 'file',
      source: { status: 'problem', problem: { status: 'does-not-compile' } },
    });
    expect(readFileSync(file, 'utf8')).toBe('const = 2;');
  });

  it('should not overwrite an edit that it has not seen', async () => {
    const { version } = await read();
    writeFileSync(file, 'export const theirs = 1;\n');
    expect(JSON.parse((await save('export const mine = 1;\n', version)).text)).toMatchObject({
      status: 'changed',
      now: { text: 'export const theirs = 1;\n' },
    });
    expect(readFileSync(file, 'utf8')).toBe('export const theirs = 1;\n');
  });

  it('should accept one of two concurrent edits, and notify the other', async () => {
    const { version } = await read();
    const both = await Promise.all([save('export const b = 1;', version), save('export const c = 1;', version)]);
    expect(both.map(({ text }) => (JSON.parse(text) as { status: string }).status)).toEqual(['file', 'changed']);
    expect(readFileSync(file, 'utf8')).toBe('export const b = 1;');
  });
});
