import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withFiles } from '../../../files/testing/withFiles';
import { submissionLimits } from './limits';
import { madeTarGz } from './testing/madeTarGz';
import { madeZip } from './testing/madeZip';
import { unpackArchive } from './unpackArchive';
import { unpack, unzip, losses } from './testing/unpacked';

const refused = (reason: string | RegExp, file = 'alice.zip'): object => ({
  answer: {
    status: 'unreadable',
    file,
    reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
  },
  written: {},
  beside: ['kept'],
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
  ])('should say so when it $what', async ({ name, bytes, reason }) => {
    expect(await unpack(name, bytes)).toEqual(refused(reason, name));
  });

  it('should say so when a .tar.gz is cut off anywhere', async () => {
    const bytes = await madeTarGz([{ name: losses, content: 'mine'.repeat(1000) }]);
    for (const length of [9, 40, bytes.length - 9, bytes.length - 1]) {
      expect(await unpack('alice.tar.gz', bytes.subarray(0, length))).toEqual(
        refused(/^it is damaged or cut off/, 'alice.tar.gz'),
      );
    }
  });

  it('should write nothing when the last byte of many files is too many', async () => {
    const entries = [...'abc'].map((name) => ({ name: `${name}.ts`, content: 'x'.repeat(100) }));
    const limits = { ...submissionLimits, totalBytes: 299 };

    expect(await unzip(entries, { limits })).toEqual(
      refused('its files have more than 299 bytes; hand in the source files only'),
    );
    expect((await unzip(entries, { limits: { ...limits, totalBytes: 300 } })).answer.status).toBe('unpacked');
  });

  it('should refuse too many entries, and too many files', async () => {
    const entries = [...'abc'].map((name) => ({ name: `${name}.ts` }));

    expect(await unzip(entries, { limits: { ...submissionLimits, entries: 2 } })).toEqual(
      refused(/^it has more than 2 entries/),
    );
    expect(await unzip(entries, { limits: { ...submissionLimits, files: 2 } })).toEqual(
      refused(/^it has more than 2 source files/),
    );
  });

  it('should refuse a bomb when a small .tar.gz swells', async () => {
    // 60 MB of zeros in 60 kB.
    const bomb = await madeTarGz([{ name: 'zeros.bin', content: '\0'.repeat(60_000_000) }]);

    expect(await unpack('alice.tgz', bomb)).toEqual(refused(/^it swells to more than 50 MB/, 'alice.tgz'));
  });

  it('should refuse entries that share one body when they are too much together', async () => {
    const content = '\0'.repeat(900_000);
    const entries = Array.from({ length: 30 }, (_, index) => ({ name: `${index}.ts`, content, isDeflated: true }));

    expect(await unzip(entries)).toEqual(refused(/^its files have more than 20000000 bytes/));
  });

  it('should throw, and leave nothing, when the fault is not the archive’s', async () => {
    await withFiles({ 'a.zip': whole, 'out/files/old.ts': 'old' }, async (folder) => {
      await expect(unpackArchive(join(folder, 'a.zip'), join(folder, 'out/files'))).rejects.toMatchObject({
        code: 'ENOTEMPTY',
      });
      expect(await readdir(join(folder, 'out'), { recursive: true })).toEqual(['files', 'files/old.ts']);
    });
  });
});
