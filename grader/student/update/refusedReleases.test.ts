import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { applyRelease } from './applyRelease';
import { manifestName } from './manifest';
import { checks, from, own, root, second, textsOf, withCopy, write, writeRelease } from './testing/twoReleases';
import { updateTexts } from './texts';

withCopy();

describe('applyRelease', () => {
  it.each<[what: string, spoil: () => Promise<void>, message: string, inChinese: string]>([
    [
      'has no manifest',
      () => rm(join(from, manifestName)),
      'is not a release: it has no MANIFEST.json',
      '不是课程的发布版本：其中没有 MANIFEST.json',
    ],
    [
      'has half a manifest',
      () => write(from, manifestName, '{"schemaVersion": 1'),
      'MANIFEST.json is damaged',
      'MANIFEST.json 已损坏',
    ],
    [
      'has a changed file',
      () => write(from, 'grader/new.js', 'changed'),
      'grader/new.js is not what MANIFEST.json says',
      'grader/new.js 与 MANIFEST.json 的记录不符',
    ],
    [
      'lacks a file',
      () => rm(join(from, 'grader', 'new.js')),
      'the release is incomplete: grader/new.js is missing',
      '新版本不完整：缺少 grader/new.js',
    ],
  ])('should change nothing when the release %s', async (_what, spoil, message, inChinese) => {
    await writeRelease(from, second);
    const before = await textsOf(root);
    await spoil();
    await expect(applyRelease(root, from)).rejects.toThrow(message);
    await expect(applyRelease(root, from, { texts: updateTexts('zh') })).rejects.toThrow(inChinese);
    expect(await textsOf(root)).toEqual(before);
  });

  it('should change nothing when a line of the manifest is missing or leads outside', async () => {
    const manifest = await writeRelease(from, second);
    const { [checks]: _left, ...fewer } = manifest.files;
    const before = await textsOf(root);
    for (const files of [
      fewer,
      { ...manifest.files, '../evil.js': manifest.checksum },
      { ...manifest.files, 'a/../../b': manifest.checksum },
    ]) {
      await write(from, manifestName, JSON.stringify({ ...manifest, files }));
      await expect(applyRelease(root, from)).rejects.toThrow('MANIFEST.json is damaged');
    }
    expect(await textsOf(root)).toEqual(before);
  });

  it('should refuse the copy itself', async () => {
    await expect(applyRelease(root, root)).rejects.toThrow();
    await write(root, own, 'skeleton');
    await expect(applyRelease(root, root)).rejects.toThrow('that is this copy itself');
  });
});
