import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madeZip, type ZipEntry } from '../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../files/testing/withFiles';
import { importDownload } from './importDownload';
import type { Platform } from './types';
import { course, wang, class3, imported } from './testing/importedClass';

describe('importDownload, from Gradescope', () => {
  const metadata = `submission_1:
  :submitters:
  - :name: Janet D.
    :sid: S1
    :email: other@example.org
  :created_at: 2027-02-12 21:59:00.861687000 Z
  :results:
    output: |-
      submission_9:
        :submitters:
        - :name: Bob Stone
submission_2:
  :submitters:
  - :name: "B\\u00f6b"
    :email: Bob@Example.org
  :created_at: 2027-02-13 00:30:00.000000000 +01:00
submission_3:
  :submitters:
  - :name: '王小明'
    :sid:
  :created_at: 2027-02-11 10:00:00.000000000 Z
`;
  const entries = (text: string): readonly ZipEntry[] => [
    { name: 'assignment_7_export/submission_metadata.yml', content: text },
    { name: 'assignment_7_export/submission_1/losses.ts', content: 'jane' },
    { name: 'assignment_7_export/submission_2/03-losses/losses.ts', content: 'bob' },
    { name: 'assignment_7_export/submission_3/hw/03-losses/losses.ts', content: 'wang' },
    { name: 'assignment_7_export/submission_4/losses.ts', content: 'no one' },
  ];

  it('should match people by id, email or name, and write their times into the roster', async () => {
    const { report, files, roster } = await imported('gradescope', entries(metadata));

    expect(files).toEqual({
      's1/03-losses/losses.ts': 'jane',
      's2/03-losses/losses.ts': 'bob',
      's3/hw/03-losses/losses.ts': 'wang',
    });
    expect(roster.map(({ id, submittedAt }) => [id, submittedAt?.toISOString()])).toEqual([
      ['s1', '2027-02-12T21:59:00.861Z'],
      ['s2', '2027-02-12T23:30:00.000Z'],
      ['s3', '2027-02-11T10:00:00.000Z'],
    ]);
    expect(report.unmatched).toEqual([
      {
        label: 'assignment_7_export/submission_4/losses.ts',
        reason: "submission_metadata.yml doesn't mention it",
      },
    ]);
  });

  it('should put shared work in one folder', async () => {
    const pair = metadata.replace('  :created_at', "  - :name: ''\n    :email: bob@example.org\n  :created_at");
    const { files, roster, report } = await imported(
      'gradescope',
      entries(pair.slice(0, pair.indexOf('submission_2'))),
    );

    expect(Object.keys(files)).toEqual(['s1/03-losses/losses.ts']);
    expect(roster.map(({ id, group }) => [id, group])).toEqual([
      ['s1', 'submission_1'],
      ['s2', 'submission_1'],
      ['s3', ''],
    ]);
    expect(report.imported[0]?.ids).toEqual(['s1', 's2']);
  });

  it('should take the latest attempt', async () => {
    const again = metadata
      .replace(/:sid:\n/, ':sid: s1\n')
      .replace("'王小明'", 'Jane Marie Doe')
      .replace('2027-02-11 10', '2027-02-14 10');
    const { files, report } = await imported('gradescope', entries(again));

    expect(files).toMatchObject({ 's1/hw/03-losses/losses.ts': 'wang' });
    expect(files).not.toHaveProperty(['s1/03-losses/losses.ts']);
    expect(report.remarks).toEqual(['s1: took submission_3, the newest of submission_1 and submission_3']);
  });
});

describe('importDownload, refusing', () => {
  async function refusal(platform: Platform, bytes: Uint8Array, students = class3): Promise<string> {
    return withFiles({ 'in/download.zip': bytes }, async (folder) => {
      const out = join(folder, 'new/out');
      const error: unknown = await importDownload(join(folder, 'in/download.zip'), {
        platform,
        students,
        course,
        out,
      }).catch((one: unknown) => one);
      expect(await readdir(join(folder, 'new'))).toEqual([]);
      return (error as Error).message;
    });
  }

  it.each([
    {
      platform: 'moodle',
      name: 'stonebob_102_9003_losses.ts',
      message: 'this is not a download from Moodle, but looks like one from Canvas; use --from canvas',
    },
    {
      platform: 'canvas',
      name: 'Bob Stone_12_assignsubmission_file_/losses.ts',
      message: 'this is not a download from Canvas, but looks like one from Moodle; use --from moodle',
    },
    {
      platform: 'canvas',
      name: 'bob/losses.ts',
      message:
        'this is not a download from Canvas: it has no file with a name such as doejane_12345_67890_losses.ts; its first file is bob/losses.ts',
    },
  ] as const)('should refuse a download that is not from $platform', async ({ platform, name, message }) => {
    expect(await refusal(platform, madeZip([{ name }]))).toBe(message);
  });

  it('should refuse a download that is damaged, or matches no one', async () => {
    expect(await refusal('canvas', Buffer.from('PK\x03\x04 and no more'))).toMatch(
      /^download\.zip can't be read: it is damaged or cut off/,
    );
    expect(await refusal('canvas', madeZip([{ name: 'stonebob_102_9003_losses.ts' }]), [wang])).toBe(
      'no submission matches anyone in the roster; is it the right one? stonebob (user 102): no one in the roster has this name',
    );
  });

  it('should write into an empty folder, but not into another', async () => {
    await withFiles({ 'download.zip': madeZip([{ name: 'stonebob_102_9003_losses.ts' }]) }, async (folder) => {
      const options = { platform: 'canvas', students: class3, course, out: join(folder, 'out') } as const;
      await mkdir(join(folder, 'out'));
      await importDownload(join(folder, 'download.zip'), options);
      await expect(importDownload(join(folder, 'download.zip'), options)).rejects.toMatchObject({ code: 'ENOTEMPTY' });
      await rm(join(folder, 'out'), { recursive: true });
      await writeFile(join(folder, 'out'), 'a file');
      await expect(importDownload(join(folder, 'download.zip'), options)).rejects.toMatchObject({ code: 'ENOTDIR' });
      expect((await readdir(folder)).toSorted()).toEqual(['download.zip', 'out']);
    });
  });
});
