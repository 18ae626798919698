import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import type { FileProblem } from '../../types';
import { withFiles } from '../../../files/testing/withFiles';
import { submissionLimits } from './limits';
import { madeTarGz, type TarGzEntry } from './testing/madeTarGz';
import { madeZip, type ZipEntry } from './testing/madeZip';
import type { Unpacked } from './types';
import { unpackArchive, type UnpackOptions } from './unpackArchive';

interface Result {
  readonly answer: Unpacked | FileProblem;
  /** The written files, by path. */
  readonly written: Readonly<Record<string, string>>;
  /** What is next to the destination afterwards. */
  readonly beside: readonly string[];
}

async function unpack(name: string, bytes: Uint8Array, options: UnpackOptions = {}): Promise<Result> {
  return withFiles({ [`in/${name}`]: bytes, 'out/kept': '' }, async (folder) => {
    const destination = join(folder, 'out/files');
    const answer = await unpackArchive(join(folder, 'in', name), destination, options);
    const entries = await readdir(destination, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
    const written: Record<string, string> = {};
    for (const file of files) {
      expect((await stat(file)).mode & 0o111).toBe(0);
      written[file.slice(destination.length + 1)] = await readFile(file, 'utf8');
    }
    return { answer, written, beside: (await readdir(join(folder, 'out'))).filter((one) => one !== 'files') };
  });
}

const unzip = (entries: readonly ZipEntry[], options?: UnpackOptions): Promise<Result> =>
  unpack('alice.zip', madeZip(entries), options);
const untar = async (entries: readonly TarGzEntry[], options?: UnpackOptions): Promise<Result> =>
  unpack('alice.tar.gz', await madeTarGz(entries), options);

const losses = '03-losses/losses.ts';
const refused = (reason: string | RegExp, file = 'alice.zip'): object => ({
  answer: {
    status: 'unreadable',
    file,
    reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
  },
  written: {},
  beside: ['kept'],
});

describe('unpackArchive', () => {
  it('should write only the sources when there are many kinds of files', async () => {
    const entries = [
      { name: '03-losses/' },
      { name: losses, content: 'mine', mode: 0o100755 },
      { name: 'a/b/helper.js', content: 'x'.repeat(5000), isDeflated: true },
      { name: './table.json', content: '{}' },
      ...[
        'report.pdf',
        'node_modules/tfjs/index.js',
        '__MACOSX/03-losses/._losses.ts',
        '.git/hooks/x.js',
        '.DS_Store',
        'run.sh',
      ].map((name) => ({
        name,
        content: '?',
      })),
    ];
    const written = { [losses]: 'mine', 'a/b/helper.js': 'x'.repeat(5000), 'table.json': '{}' };

    for (const { answer, ...rest } of [
      await unzip(entries),
      await untar(entries.filter(({ name }) => !name.endsWith('/'))),
    ]) {
      expect(rest).toEqual({ written, beside: ['kept'] });
      expect(answer).toEqual({
        status: 'unpacked',
        files: Object.keys(written),
        skipped: [],
        others: ['report.pdf', 'run.sh'],
      });
    }
  });

  it('should treat backslashes in a zip by an old Windows tool as separators', async () => {
    expect((await unzip([{ name: '03-losses\\losses.ts', content: 'mine' }])).written).toEqual({ [losses]: 'mine' });
  });

  it("should compose letters that a Mac's zip stores decomposed", async () => {
    expect(Object.keys((await unzip([{ name: 'u\u0308bung.ts' }])).written)).toEqual(['\u00fcbung.ts']);
  });

  it('should read a zip in the format for large files', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('mine'), losses, { forceZip64Format: true });
    zip.end({ comment: '', forceZip64Format: true });
    await withFiles({ 'out/kept': '' }, async (folder) => {
      await pipeline(zip.outputStream, createWriteStream(join(folder, 'a.zip')));

      expect(await unpackArchive(join(folder, 'a.zip'), join(folder, 'out/files'))).toEqual({
        status: 'unpacked',
        files: [losses],
        skipped: [],
      });
    });
  });

  it.each([
    { name: '../losses.ts', reason: 'its name leads out of the archive with ..' },
    { name: 'a/../../losses.ts', reason: 'its name leads out of the archive with ..' },
    { name: '/etc/losses.ts', reason: 'its name is an absolute path' },
    { name: 'C:/losses.ts', reason: 'its name is an absolute path' },
    { name: '..\\losses.ts', reason: 'its name leads out of the archive with ..' },
    { name: 'a\0.ts', reason: 'its name has control characters or invisible marks in it' },
    { name: 'a\u202Est.ts', reason: 'its name has control characters or invisible marks in it' },
    { name: 'a\u200B.ts', reason: 'its name has control characters or invisible marks in it' },
    { name: 'a\n.ts', reason: 'its name has control characters or invisible marks in it' },
    { name: 'nul.ts', reason: 'nul.ts is a name that Windows keeps for itself' },
    { name: 'COM1/a.ts', reason: 'COM1 is a name that Windows keeps for itself' },
    { name: 'a./b.ts', reason: "its name, or a folder's, ends in a dot or a space, which Windows can't write" },
    { name: 'a /b.ts', reason: "its name, or a folder's, ends in a dot or a space, which Windows can't write" },
    { name: 'ab:c.ts', reason: `its name has one of < > : " | ? * in it, which Windows can't write` },
    { name: `${'é'.repeat(130)}.ts`, reason: 'its name is longer than 255 bytes' },
    { name: `${'folder/'.repeat(200)}a.ts`, reason: 'its path is longer than 1000 bytes' },
  ])('should skip $name and write the rest', async ({ name, reason }) => {
    const { answer, written, beside } = await unzip([{ name, content: 'evil' }, { name: 'fine.ts' }]);

    expect(answer).toEqual({
      status: 'unpacked',
      files: ['fine.ts'],
      skipped: [{ name: expect.any(String) as string, reason }],
    });
    expect({ written, beside }).toEqual({ written: { 'fine.ts': '' }, beside: ['kept'] });
  });

  it('should skip anything but a regular file', async () => {
    const { answer, written } = await untar([
      { name: 'soft.ts', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard.ts', type: 'link', linkname: losses },
      { name: 'device.ts', type: 'character-device' },
      { name: 'pipe.ts', type: 'fifo' },
      { name: 'back\\slash.ts' },
      { name: losses, content: 'mine' },
    ]);

    expect(written).toEqual({ [losses]: 'mine' });
    expect(answer).toMatchObject({
      skipped: [
        { name: 'soft.ts', reason: 'it is a link; put the file itself into the archive' },
        { name: 'hard.ts', reason: 'it is a link; put the file itself into the archive' },
        { name: 'device.ts', reason: 'it is not a regular file' },
        { name: 'pipe.ts', reason: 'it is not a regular file' },
        { name: 'back\\slash.ts', reason: 'its name has a backslash in it' },
      ],
    });
    // A link, then a file below it, is the classic escape from a folder.
    const { answer: through } = await unzip([
      { name: 'out.ts', content: '/tmp', mode: 0o120777 },
      { name: 'out.ts/evil.ts', content: 'evil' },
    ]);
    expect(through).toMatchObject({ files: ['out.ts/evil.ts'], skipped: [{ name: 'out.ts' }] });
  });

  it.each([
    { what: 'is there twice', names: ['a.ts', 'a.ts'] },
    { what: 'is there in capitals, too', names: ['a.ts', 'A.ts'] },
    { what: 'is there with letters in parts, too', names: ['u\u0308.ts', '\u00fc.ts'] },
    { what: 'is both file and folder', names: ['a.ts', 'A.ts/b.json'] },
  ])('should keep neither when a file $what', async ({ names }) => {
    const { written, answer } = await unzip([...names.map((name) => ({ name })), { name: 'fine.ts' }]);

    expect(Object.keys(written).filter((name) => !name.includes('/'))).toEqual(['fine.ts']);
    expect(answer).toMatchObject({
      skipped: expect.arrayContaining([expect.objectContaining({ name: names[0]?.normalize('NFC') })]) as unknown,
    });
  });

  it.each([
    { what: 'is encrypted', lie: { flags: 1, isDeflated: true }, reason: 'it is encrypted with a password' },
    { what: 'is compressed in an unusual way', lie: { claimedMethod: 12 }, reason: /choose the standard one/ },
    { what: 'has a wrong checksum', lie: { claimedChecksum: 1 }, reason: /its checksum is wrong/ },
    {
      what: 'is larger than it says',
      lie: { isDeflated: true, claimedBytes: 3 },
      reason: /damaged or cut off \(too many bytes/,
    },
    {
      what: 'is smaller than it says',
      lie: { isDeflated: true, claimedBytes: 300 },
      reason: /damaged or cut off \(not enough bytes/,
    },
    {
      what: 'is too large',
      lie: { content: 'x'.repeat(1_000_001) },
      reason: 'it has 1000001 bytes; at most 1000000 are unpacked',
    },
  ])('should skip a file that $what', async ({ lie, reason }) => {
    const { answer, written } = await unzip([{ name: losses, content: 'mine', ...lie }, { name: 'fine.ts' }]);

    expect(written).toEqual({ 'fine.ts': '' });
    expect(answer).toMatchObject({
      skipped: [
        { name: losses, reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string) },
      ],
    });
  });
});

describe('unpackArchive, of an archive that it refuses', () => {
  const whole = madeZip([{ name: losses, content: 'mine'.repeat(100), isDeflated: true }]);

  it.each([
    { what: 'is an empty file', name: 'alice.zip', bytes: Buffer.alloc(0), reason: 'it is an empty file' },
    { what: 'has no entries', name: 'alice.zip', bytes: madeZip([]), reason: 'it is empty' },
    {
      what: 'has no sources',
      name: 'alice.zip',
      bytes: madeZip([{ name: 'a.pdf' }]),
      reason: /no file of source code \(\.ts or \.js\) in it/,
    },
    {
      what: 'has only another one',
      name: 'alice.zip',
      bytes: madeZip([{ name: 'b/c.zip' }]),
      reason: /but another archive, c\.zip; hand in/,
    },
    { what: 'is cut off', name: 'alice.zip', bytes: whole.subarray(0, -30), reason: /^it is damaged or cut off/ },
    { what: 'is text', name: 'alice.zip', bytes: Buffer.from('hello'), reason: /it is no zip, whatever its name says/ },
    {
      what: 'is a RAR',
      name: 'alice.zip',
      bytes: Buffer.from('Rar!\x1a\x07\x01\0'),
      reason: /it is named \.zip, but it is a RAR archive; hand in/,
    },
    {
      what: 'is called RAR',
      name: 'alice.rar',
      bytes: Buffer.from('Rar!\x1a\x07\x01\0'),
      reason: /it is a RAR archive; hand in a \.zip/,
    },
    {
      what: 'is a zip by another name',
      name: 'alice.tar.gz',
      bytes: whole,
      reason: /it is named \.tar\.gz, but it is a zip/,
    },
    {
      what: 'is no tar',
      name: 'alice.tgz',
      bytes: gzipSync('x'.repeat(1024)),
      reason: /^it is damaged or cut off \(Invalid tar/,
    },
    {
      what: 'is encrypted as a whole',
      name: 'alice.zip',
      bytes: madeZip([{ name: losses, flags: 0x41 }]),
      reason: /with a password; hand/,
    },
  ])('should give the reason when it $what', async ({ name, bytes, reason }) => {
    expect(await unpack(name, bytes)).toEqual(refused(reason, name));
  });

  it('should report a .tar.gz that is cut off anywhere', async () => {
    const bytes = await madeTarGz([{ name: losses, content: 'mine'.repeat(1000) }]);
    for (const length of [9, 40, bytes.length - 9, bytes.length - 1]) {
      expect(await unpack('alice.tar.gz', bytes.subarray(0, length))).toEqual(
        refused(/^it is damaged or cut off/, 'alice.tar.gz'),
      );
    }
  });

  it('should write nothing when the last byte of many files exceeds the limit', async () => {
    const entries = [...'abc'].map((name) => ({ name: `${name}.ts`, content: 'x'.repeat(100) }));
    const limits = { ...submissionLimits, totalBytes: 299 };

    expect(await unzip(entries, { limits })).toEqual(
      refused('its files have more than 299 bytes; hand in the source files only'),
    );
    expect((await unzip(entries, { limits: { ...limits, totalBytes: 300 } })).answer.status).toBe('unpacked');
  });

  it('should refuse too many entries and too many files', async () => {
    const entries = [...'abc'].map((name) => ({ name: `${name}.ts` }));

    expect(await unzip(entries, { limits: { ...submissionLimits, entries: 2 } })).toEqual(
      refused(/^it has more than 2 entries/),
    );
    expect(await unzip(entries, { limits: { ...submissionLimits, files: 2 } })).toEqual(
      refused(/^it has more than 2 source files/),
    );
  });

  it('should refuse a small .tar.gz that expands into a bomb', async () => {
    // 60 MB of zeros in 60 kB.
    const bomb = await madeTarGz([{ name: 'zeros.bin', content: '\0'.repeat(60_000_000) }]);

    expect(await unpack('alice.tgz', bomb)).toEqual(refused(/^it swells to more than 50 MB/, 'alice.tgz'));
  });

  it('should refuse entries that share one body and exceed the limit together', async () => {
    const content = '\0'.repeat(900_000);
    const entries = Array.from({ length: 30 }, (_, index) => ({ name: `${index}.ts`, content, isDeflated: true }));

    expect(await unzip(entries)).toEqual(refused(/^its files have more than 20000000 bytes/));
  });

  it('should throw and leave nothing behind when the fault is not the archive’s', async () => {
    await withFiles({ 'a.zip': whole, 'out/files/old.ts': 'old' }, async (folder) => {
      await expect(unpackArchive(join(folder, 'a.zip'), join(folder, 'out/files'))).rejects.toMatchObject({
        code: 'ENOTEMPTY',
      });
      expect(await readdir(join(folder, 'out'), { recursive: true })).toEqual(['files', 'files/old.ts']);
    });
  });
});
