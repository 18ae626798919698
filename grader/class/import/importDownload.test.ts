import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findSubmissions } from '../batch/findSubmissions';
import { keepOwners, readOwners } from '../batch/owners';
import { matchRoster, readRoster } from '../roster';
import { student } from '../roster/testing/samples';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { madeZip, type ZipEntry } from '../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../files/testing/withFiles';
import { importDownload, type ImportReport } from './importDownload';
import type { Platform } from './types';

const course = new Map([
  ['losses.ts', '03-losses'],
  ['optimizers.ts', '06-optimizers'],
]);
const jane = student('s1', { name: 'Jane Marie Doe', email: 'jane@example.org' });
const bob = student('s2', { name: 'Bob Stone', email: 'bob@example.org' });
const wang = student('s3', { name: '王小明' });
const class3 = [jane, bob, wang];

interface Imported {
  readonly report: ImportReport;
  /** Content by path in the folder; of archives, their bytes' number. */
  readonly files: Readonly<Record<string, string>>;
  readonly roster: Awaited<ReturnType<typeof readRoster>>;
}

async function imported(
  platform: Platform,
  entries: readonly ZipEntry[],
  students = class3,
  more: Partial<Parameters<typeof importDownload>[1]> = {},
): Promise<Imported> {
  return withFiles({ 'in/download.zip': madeZip(entries) }, async (folder) => {
    const out = join(folder, 'out');
    const report = await importDownload(join(folder, 'in/download.zip'), { platform, students, course, out, ...more });
    // Nothing is left beside it.
    expect((await readdir(folder)).toSorted()).toEqual(['in', 'out']);
    expect(JSON.parse(await readFile(join(out, 'import.json'), 'utf8'))).toEqual(report);
    const roster = await readRoster(join(out, 'roster.csv'));
    const files: Record<string, string> = {};
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(out.length + 1);
      const isOurs = ['import.json', 'roster.csv', '.gitignore'].includes(name);
      if (entry.isFile() && !isOurs) files[name] = await readFile(path, 'utf8');
    }
    // A batch finds everybody by the same rules.
    const { submissions } = await findSubmissions(out);
    await keepOwners(out, folder, submissions);
    const names = submissions.map(({ name }) => name);
    expect(matchRoster(roster, names, await readOwners(folder)).unmatched).toEqual([]);
    await rm(join(folder, 'owners.json'));
    return { report, files, roster };
  });
}

describe('importDownload, from Canvas', () => {
  it('should give everybody a folder called by the id, and files their own names', async () => {
    const { report, files } = await imported('canvas', [
      { name: 'doejanemarie_101_9001_losses.ts', content: 'jane' },
      { name: 'doejanemarie_101_9002_mine.ts', content: 'helper' },
      { name: 'stonebob_LATE_102_9003_losses-1.ts', content: 'bob' },
      { name: 'stonebob_LATE_102_9004_optimizers.ts', content: 'bob too' },
    ]);

    expect(files).toEqual({
      's1/03-losses/losses.ts': 'jane',
      's1/03-losses/mine.ts': 'helper',
      's2/03-losses/losses.ts': 'bob',
      's2/06-optimizers/optimizers.ts': 'bob too',
    });
    expect(report).toMatchObject({ absent: [{ id: 's3', name: '王小明' }], unmatched: [], remarks: [] });
    expect(report.imported.map(({ ids, markedLate, submittedAt }) => [ids, markedLate, submittedAt])).toEqual([
      [['s1'], false, null],
      [['s2'], true, null],
    ]);
  });

  it('should keep all that the roster says of those who handed in and those who did not', async () => {
    const times = new Map([['03-losses', { extendedUntil: new Date('2027-02-14T22:59:00Z') }]]);
    const whole = { section: 'Monday', group: 'G1', slipDays: 2, accounts: ['101'], times, email: 'doe@example.org' };
    const students = [
      student('s1', { name: 'Jane Doe', ...whole }),
      student('s2', { name: 'Bob Stone', section: 'B' }),
    ];
    const { roster } = await imported('canvas', [{ name: 'doejane_101_9001_losses.ts' }], students);
    expect(roster).toEqual(students);
  });

  it('should take the newest when a file is doubled', async () => {
    const { report, files } = await imported('canvas', [
      { name: 'stonebob_102_9010_losses-1.ts', content: 'new' },
      { name: 'stonebob_102_9003_losses.ts', content: 'old' },
    ]);

    expect(files).toEqual({ 's2/03-losses/losses.ts': 'new' });
    expect(report.imported[0]?.remarks).toEqual(['03-losses/losses.ts: took losses-1.ts, not losses.ts']);
  });

  it('should leave an archive as it is, unless its files lie in no folder', async () => {
    const nested = madeZip([{ name: '03-losses/losses.ts', content: 'nested' }]);
    const flat = madeZip([{ name: 'homework/losses.ts', content: 'flat' }]);
    const { files } = await imported('canvas', [
      { name: 'doejanemarie_101_9001_03-losses.zip', content: nested },
      { name: 'stonebob_102_9002_homework.zip', content: flat },
      { name: '王小明_103_9003_hw.tar-1.gz', content: await madeTarGz([{ name: '03-losses/losses.ts' }]) },
    ]);

    expect(Object.keys(files).toSorted()).toEqual(['s1.zip', 's2/03-losses/losses.ts', 's3.tar.gz']);
    expect(files['s1.zip']).toBe(nested.toString('utf8'));
  });

  it('should join several archives, as the students make them', async () => {
    const { files, report } = await imported('canvas', [
      { name: 'stonebob_102_9001_03-losses.zip', content: madeZip([{ name: '03-losses/losses.ts', content: 'a' }]) },
      {
        name: 'stonebob_102_9002_06-optimizers.zip',
        content: madeZip([{ name: '06-optimizers/optimizers.ts', content: 'b' }]),
      },
      { name: 'stonebob_102_9003_broken.zip', content: 'not a zip' },
    ]);

    // What can't be read is kept for a person to look at.
    const placed = {
      's2/03-losses/losses.ts': 'a',
      's2/06-optimizers/optimizers.ts': 'b',
      's2/broken.zip': 'not a zip',
    };
    expect(files).toEqual(placed);
    expect(report.imported[0]?.remarks).toEqual([expect.stringMatching(/^broken\.zip can't be read: it is no zip/)]);
  });

  it('should not guess between two of the same name, unless the number says which', async () => {
    const twins = [bob, student('501', { name: 'Ann Lee' }), student('502', { name: 'Lee, Ann' })];
    const { report, files } = await imported(
      'canvas',
      [
        { name: 'leeann_501_1_losses.ts', content: 'first' },
        { name: 'leeann_777_2_losses.ts', content: 'whose?' },
        { name: 'stonebob_9_3_losses.ts', content: 'bob' },
      ],
      twins,
    );

    expect(files).toEqual({ 's2/03-losses/losses.ts': 'bob', '501/03-losses/losses.ts': 'first' });
    expect(report.unmatched).toEqual([
      {
        label: 'leeann (user 777)',
        reason: '2 students of the roster can be meant, Ann Lee (501) and Lee, Ann (502); say which with --map',
      },
    ]);
    expect(report.absent).toEqual([{ id: '502', name: 'Lee, Ann' }]);
  });

  it('should take neither when two accounts have the name of one student', async () => {
    const { report } = await imported('canvas', [
      { name: 'stonebob_7_1_losses.ts' },
      { name: 'stonebob_8_2_losses.ts' },
      { name: 'doejanemarie_9_3_losses.ts' },
    ]);

    expect(report.unmatched.map(({ label }) => label)).toEqual(['stonebob (user 7)', 'stonebob (user 8)']);
    expect(report.unmatched[0]?.reason).toBe(
      "stonebob (user 7) and stonebob (user 8) could all be Bob Stone's (s2); place the right one by hand",
    );
  });

  it('should list unplaced, and what is no work', async () => {
    const { report, files } = await imported('canvas', [
      { name: 'stonebob_102_text.html', content: '<p>see my mail</p>' },
      { name: 'doejanemarie_101_1_essay.pdf', content: '%PDF' },
      { name: 'strangera_104_2_losses.ts' },
      { name: 'anon_x7f3q_3_losses.ts' },
      { name: 'readme.txt' },
    ]);

    expect(files).toEqual({ 's1/essay.pdf': '%PDF' });
    expect(report.imported.map(({ ids, remarks }) => [ids, remarks])).toEqual([
      [['s1'], ["none of the course's files: essay.pdf (PDF)"]],
      [['s2'], ['no file was handed in']],
    ]);
    expect(report.unmatched).toEqual([
      { label: 'strangera (user 104)', reason: 'no one in the roster has this name' },
      { label: 'anon_x7f3q_3_losses.ts', reason: 'it is anonymous; switch anonymous grading off and download again' },
      { label: 'readme.txt', reason: "its name is not one of Canvas's" },
    ]);
  });
});

describe('importDownload, from Moodle', () => {
  const expected = {
    's1/03-losses/losses.ts': 'jane',
    's2/03-losses/losses.ts': 'bob',
    's3/03-losses/losses.ts': 'wang',
  };

  it.each([
    {
      what: 'in folders',
      names: [
        'Jane Marie Doe_11_assignsubmission_file/03-losses/losses.ts',
        'Stone Bob_12_assignsubmission_file_/losses.ts',
        '王小明_13_assignsubmission_file/losses (1).ts',
      ],
    },
    {
      what: 'in one folder',
      names: [
        'Jane Marie Doe_11_assignsubmission_file_losses.ts',
        'Bob Stone_12_assignsubmission_file_Losses.ts',
        '王小明_13_assignsubmission_file_losses_2.ts',
      ],
    },
    {
      what: 'packed again by hand',
      names: [
        'download/Jane Marie Doe_11_assignsubmission_file_/losses.ts',
        'x/Bob Stone_12_assignsubmission_file_/losses.ts',
        'y/王小明_13_assignsubmission_file_/losses.ts',
      ],
    },
  ])('should sort files that are $what', async ({ names }) => {
    const contents = ['jane', 'bob', 'wang'];
    const { report, files } = await imported(
      'moodle',
      names.map((name, index) => ({ name, content: contents[index] ?? '' })),
    );

    expect(files).toEqual(expected);
    expect(report).toMatchObject({ unmatched: [], absent: [] });
  });

  it("should give a group's work to all of the group", async () => {
    const group = [{ ...jane, group: 'Team A' }, { ...bob, group: 'Team A' }, wang];
    const { report, files } = await imported('moodle', [{ name: 'Team A_5_assignsubmission_file/losses.ts' }], group);

    expect(Object.keys(files)).toEqual(['s1/03-losses/losses.ts']);
    expect(report.imported.map(({ ids }) => ids)).toEqual([['s1', 's2']]);
    expect(report.absent.map(({ id }) => id)).toEqual(['s3']);
  });

  it('should take the one with the higher number when a file is doubled', async () => {
    const { files } = await imported('moodle', [
      { name: 'Bob Stone_12_assignsubmission_file/losses (2).ts', content: 'third' },
      { name: 'Bob Stone_12_assignsubmission_file/losses (1).ts', content: 'second' },
      { name: 'Bob Stone_12_assignsubmission_file/losses.ts', content: 'first' },
    ]);

    expect(files).toEqual({ 's2/03-losses/losses.ts': 'third' });
  });
});

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

  it('should find people by id, email or name, and write down when they handed in', async () => {
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
        reason: "submission_metadata.yml doesn't say whose it is",
      },
    ]);
  });

  it('should give the work of several to all of them, once', async () => {
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

  it('should take the latest attempt when there are several', async () => {
    const again = metadata
      .replace(/:sid:\n/, ':sid: s1\n')
      .replace("'王小明'", 'Jane Marie Doe')
      .replace('2027-02-11 10', '2027-02-14 10');
    const { files, report } = await imported('gradescope', entries(again));

    expect(files).toMatchObject({ 's1/hw/03-losses/losses.ts': 'wang' });
    expect(files).not.toHaveProperty(['s1/03-losses/losses.ts']);
    expect(report.remarks).toEqual(['s1: of submission_1 and submission_3, submission_3 is the newest and was taken']);
  });
});

describe('importDownload, of what it can not import', () => {
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
      message: 'this is no download from Moodle, but seems to be one from Canvas; say --from canvas',
    },
    {
      platform: 'canvas',
      name: 'Bob Stone_12_assignsubmission_file_/losses.ts',
      message: 'this is no download from Canvas, but seems to be one from Moodle; say --from moodle',
    },
    {
      platform: 'canvas',
      name: 'bob/losses.ts',
      message:
        'this is no download from Canvas: files are called doejane_12345_67890_losses.ts there; the first file in it is bob/losses.ts',
    },
  ] as const)('should say so when it is of another platform than $platform', async ({ platform, name, message }) => {
    expect(await refusal(platform, madeZip([{ name }]))).toBe(message);
  });

  it('should say so when it is damaged, or matches no one', async () => {
    expect(await refusal('canvas', Buffer.from('PK\x03\x04 and no more'))).toMatch(
      /^download\.zip can't be read: it is damaged or cut off/,
    );
    expect(await refusal('canvas', madeZip([{ name: 'stonebob_102_9003_losses.ts' }]), [wang])).toBe(
      'none of the 1 hand-ins is of anyone in the roster; is it the right one? stonebob (user 102): no one in the roster has this name',
    );
  });

  it('should write into an empty folder, and leave a full one alone', async () => {
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
