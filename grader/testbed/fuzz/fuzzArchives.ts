import { access, mkdtemp, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { array, boolean, constantFrom, nat, oneof, option, record, string, type Arbitrary } from 'fast-check';
import { unpackArchive, submissionLimits } from '../../pipeline/submission/archives';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { madeZip, type ZipEntry } from '../../pipeline/submission/archives/testing/madeZip';
import { mutated, mutations, type Mutation } from './mutations';
import { runFuzz, type FuzzResult } from './runFuzz';

interface ArchiveInput {
  readonly ending: '.zip' | '.tar.gz';
  readonly entries: readonly ZipEntry[];
  readonly mutations: readonly Mutation[];
  /** Whether a `.tar.gz` is changed before compression, with corrected header checksums. */
  readonly isInside: boolean;
}

const part = oneof(
  { weight: 5, arbitrary: constantFrom('03-losses', 'losses', 'assignments', 'a', 'A', 'mine') },
  constantFrom(
    '..',
    '.',
    '',
    'con',
    'nul.txt',
    'C:',
    'a ',
    'b.',
    'node_modules',
    '__MACOSX',
    '.git',
    'u\u0308',
    '\u00fc',
    '\u202e',
    'x'.repeat(300),
  ),
  string({ unit: 'binary', maxLength: 6 }),
);
const names = record({
  parts: array(part, { minLength: 1, maxLength: 4 }),
  separator: oneof({ weight: 6, arbitrary: constantFrom('/') }, constantFrom('\\')),
  ending: constantFrom('.ts', '.js', '.json', '.ts', '.pdf', '/'),
}).map(({ parts, separator, ending }) => parts.join(separator) + ending);

const content = string({ maxLength: 300 });
const honest: Arbitrary<ZipEntry> = record({ name: names, content, isDeflated: boolean() });
const lying: Arbitrary<ZipEntry> = record(
  {
    name: names,
    content,
    isDeflated: boolean(),
    mode: constantFrom(0o100644, 0o100755, 0o120777, 0o040755, 0o020644, 0, 0o177777),
    flags: constantFrom(0, 1, 8, 0x40),
    claimedBytes: nat(2_000_000),
    claimedChecksum: nat(),
    claimedMethod: constantFrom(0, 8, 12, 99),
  },
  { requiredKeys: ['name', 'content'] },
);
const entries = oneof({ weight: 6, arbitrary: honest }, lying);

const inputs: Arbitrary<ArchiveInput> = record({
  ending: constantFrom('.zip' as const, '.tar.gz' as const),
  entries: array(entries, { maxLength: 6 }),
  mutations: oneof(
    { weight: 2, arbitrary: constantFrom<Mutation[]>([]) },
    { weight: 3, arbitrary: array(mutations, { minLength: 1, maxLength: 3 }) },
  ),
  isInside: option(boolean(), { nil: true }).map((value) => value === true),
});

/** Unpacks random archives, most of them damaged: each must be unpacked safely or refused. */
export async function fuzzArchives(options: { readonly runs: number; readonly seed: number }): Promise<FuzzResult> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'fuzz-')));
  try {
    return await runFuzz(inputs, (input) => attempt(folder, input), options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function attempt(folder: string, input: ArchiveInput): Promise<string> {
  const archive = join(folder, `archive${input.ending}`);
  const destination = join(folder, 'files');
  await writeFile(archive, await bytesOf(input));
  const answer = await unpackArchive(archive, destination);
  if (answer.status !== 'unpacked') {
    if (answer.status !== 'unreadable' || answer.reason === '')
      throw new Error(`refused with ${JSON.stringify(answer)}`);
    await mustBeGone(destination);
  } else {
    const written = await readdir(destination, { recursive: true, withFileTypes: true });
    const files = written.filter((entry) => !entry.isDirectory());
    let bytes = 0;
    for (const entry of files) {
      const path = join(entry.parentPath, entry.name);
      const status = await stat(path);
      bytes += status.size;
      if (!entry.isFile() || (status.mode & 0o111) !== 0) throw new Error(`${path} is no plain file`);
      if (!answer.files.includes(relative(destination, path).replaceAll('\\', '/')))
        throw new Error(`${path} is not listed`);
    }
    if (files.length !== answer.files.length) throw new Error('a listed file was not written');
    if (bytes > submissionLimits.totalBytes) throw new Error('more bytes were written than allowed');
    await rm(destination, { recursive: true });
  }
  await rm(archive);
  const left = await readdir(folder);
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
  return answer.status === 'unpacked' ? (answer.skipped.length > 0 ? 'unpacked in part' : 'unpacked') : 'refused';
}

async function mustBeGone(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Error('a refused archive left files behind');
}

async function bytesOf({ ending, entries: list, mutations: changes, isInside }: ArchiveInput): Promise<Buffer> {
  const change = (bytes: Buffer): Buffer => changes.reduce(mutated, bytes);
  if (ending === '.zip') return change(madeZip(list));
  const type = (mode = 0): 'symlink' | 'character-device' | 'file' =>
    (mode & 0o170000) === 0o120000 ? 'symlink' : (mode & 0o170000) === 0o020000 ? 'character-device' : 'file';
  const archive = await madeTarGz(
    list.map(({ name, content = '', mode }) =>
      type(mode) === 'file'
        ? { name, content: content.toString() }
        : { name, type: type(mode), linkname: content.toString().slice(0, 90) },
    ),
  );
  return isInside ? gzipSync(withChecksums(change(gunzipSync(archive)))) : change(archive);
}

/** Corrects the header checksums of a tar, so that its other damage is tested. */
function withChecksums(tar: Buffer): Buffer {
  const copy = Buffer.from(tar);
  for (let at = 0; at + 512 <= copy.length; at += 512) {
    const header = copy.subarray(at, at + 512);
    if (header.toString('latin1', 257, 262) !== 'ustar') continue;
    header.fill(' ', 148, 156);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
      'latin1',
    );
  }
  return copy;
}
