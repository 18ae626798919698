import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { withFiles } from '../../../files/testing/withFiles';
import { madeTarGz, type TarGzEntry } from './testing/madeTarGz';
import { unpackArchive, type UnpackOptions } from './unpackArchive';
import { type Result, unpack, unzip, losses } from './testing/unpacked';

const untar = async (entries: readonly TarGzEntry[], options?: UnpackOptions): Promise<Result> =>
  unpack('alice.tar.gz', await madeTarGz(entries), options);

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

  it('should read names of a Chinese Windows in GBK, and those of a Western one in its code page', async () => {
    // 作业/王.ts and Müller.ts: 0x81 is ü in CP437
    const chinese = Uint8Array.of(0xd7, 0xf7, 0xd2, 0xb5, 0x2f, 0xcd, 0xf5, ...Buffer.from('.ts'));
    const western = Uint8Array.of(0x4d, 0x81, ...Buffer.from('ller.ts'));
    const { written } = await unzip([
      { name: '', nameBytes: chinese, content: 'one' },
      { name: '', nameBytes: western, content: 'two' },
    ]);
    expect(written).toEqual({ '作业/王.ts': 'one', 'Müller.ts': 'two' });
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
