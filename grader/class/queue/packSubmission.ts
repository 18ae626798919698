import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { z } from 'zod';
import { isOfTools, isSourceFile } from '../../pipeline/submission';

/** Limit after compression. A hand-in has a few kilobytes; even a whole working copy is below this. */
const maxPackedBytes = 4_000_000;
const maxBytes = 40_000_000;
const maxFiles = 5_000;

const headerSchema = z.object({
  kind: z.enum(['archive', 'folder']),
  /** Relative paths, separated by `/`, in the order of the contents. */
  files: z.array(z.object({ path: z.string(), bytes: z.number().int().nonnegative() })).max(maxFiles),
});

type Header = z.infer<typeof headerSchema>;

/** Packs a submission into bytes. Returns undefined where unpacking could not restore it: too large, or with links. */
export async function packSubmission(path: string): Promise<Buffer | undefined> {
  const status = await lstat(path).catch(() => undefined);
  if (status?.isFile() === true) {
    if (status.size > maxPackedBytes) return undefined;
    return pack('archive', [{ path: basename(path), content: await readFile(path) }]);
  }
  if (status?.isDirectory() !== true) return undefined;
  const files = await filesIn(path);
  return files === undefined ? undefined : pack('folder', files);
}

/** Unpacks a submission into a temporary folder, under its entry's name, until `close`. @throws if the bytes are invalid */
export async function unpackSubmission(
  carried: Buffer,
  entry: string,
): Promise<{ readonly path: string; readonly close: () => Promise<void> }> {
  const { header, contents } = await unpack(carried);
  const temporary = await mkdtemp(join(tmpdir(), 'submission-'));
  const path = join(temporary, basename(checkedPath(entry)));
  try {
    if (header.kind === 'archive') await writeFile(path, contents[0] ?? '');
    else await mkdir(path);
    const folders = new Set<string>();
    for (const [index, file] of header.kind === 'archive' ? [] : header.files.entries()) {
      const target = join(path, checkedPath(file.path));
      if (!folders.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
      folders.add(dirname(target));
      await writeFile(target, contents[index] ?? '');
    }
    return { path, close: () => rm(temporary, { recursive: true, force: true }) };
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

interface PackedFile {
  readonly path: string;
  readonly content: Buffer;
}

/** Reads the files to pack. Other than sources, only names are kept: they show staff what was handed in. */
async function filesIn(root: string): Promise<readonly PackedFile[] | undefined> {
  const found: PackedFile[] = [];
  let bytes = 0;
  const look = async (below: string): Promise<boolean> => {
    const entries = await readdir(join(root, below), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isOfTools(path)) continue;
      if (entry.isDirectory()) {
        if (!(await look(path))) return false;
        continue;
      }
      if (!entry.isFile() || found.length >= maxFiles) return false;
      const content = isSourceFile(path) ? await readFile(join(root, path)) : Buffer.alloc(0);
      bytes += content.length;
      if (bytes > maxBytes) return false;
      found.push({ path, content });
    }
    return true;
  };
  // The local grader reports unreadable folders.
  return (await look('').catch(() => false)) ? found : undefined;
}

async function pack(kind: Header['kind'], files: readonly PackedFile[]): Promise<Buffer | undefined> {
  const header: Header = { kind, files: files.map(({ path, content }) => ({ path, bytes: content.length })) };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const whole = Buffer.concat([length, text, ...files.map(({ content }) => content)]);
  const packed = await promisify<Buffer, Buffer>(deflateRaw)(whole);
  return packed.length > maxPackedBytes ? undefined : packed;
}

async function unpack(carried: Buffer): Promise<{ readonly header: Header; readonly contents: readonly Buffer[] }> {
  const whole = await promisify<Buffer, { readonly maxOutputLength: number }, Buffer>(inflateRaw)(carried, {
    maxOutputLength: 2 * maxBytes,
  });
  const end = 4 + whole.readUInt32LE();
  const header = headerSchema.parse(JSON.parse(whole.toString('utf8', 4, end)));
  let at = end;
  const contents = header.files.map(({ bytes }) => whole.subarray(at, (at += bytes)));
  if (at !== whole.length) throw new Error('the submission is incomplete');
  return { header, contents };
}

/** @throws if the path could escape its folder; no packed path does */
function checkedPath(path: string): string {
  const parts = path.split('/');
  if (path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..'))
    throw new Error(`a job contains an invalid path: ${JSON.stringify(path)}`);
  return path;
}
