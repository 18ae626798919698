import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { student } from '../roster/testing/samples';
import { madeZip } from '../../pipeline/submission/archives/testing/madeZip';
import { withFiles } from '../../files/testing/withFiles';
import { importDownload, type ImportOptions } from './importDownload';
import { readPattern } from './platforms/pattern';
import { course, answer, jane, bob, imported } from './testing/importedCases';

describe('importDownload, with other file names', () => {
  it('should report which file is used under another name, and which is unknown', async () => {
    const { report } = await imported(
      [
        { name: 'Jane Doe_1_assignsubmission_file/losses copy.ts', content: answer },
        { name: 'Bob Stone_2_assignsubmission_file/homework.ipynb', content: '{}' },
      ],
      [jane, bob],
      { platform: 'moodle' },
    );

    expect(report.imported.map(({ ids, assignments: found, remarks }) => [ids, found, remarks])).toEqual([
      [['123'], ['03-losses'], ['losses copy.ts was graded as 03-losses/losses.ts, because of its name']],
      [['124'], [], ["none of the course's files: homework.ipynb (notebook)"]],
    ]);
  });

  const inner = madeZip([{ name: '03-losses/losses.ts', content: answer }]);
  it.each<readonly [string, string | Uint8Array, string]>([
    ['losses.rar', 'Rar!', "none of the course's files: losses.rar (RAR archive)"],
    ['losses.7z', '7z', "none of the course's files: losses.7z (7z archive)"],
    ['losses.py', 'print()', "none of the course's files: losses.py (Python)"],
    [
      'losses.zip',
      madeZip([{ name: '03-losses/losses.ts', content: answer, flags: 1, isDeflated: true }]),
      "03-losses/losses.ts can't be read; it is encrypted with a password",
    ],
    [
      'hw.zip',
      madeZip([{ name: 'hw/inner.zip', content: inner }]),
      "s1.zip can't be read; it has no file of source code in it, but another archive, inner.zip; hand in that one",
    ],
    ['cut.zip', inner.subarray(0, 40), "s1.zip can't be read; it is"],
  ])('should report %s, and not list its student as absent', async (name, content, remark) => {
    const s1 = student('s1', { name: 'Jane Doe' });
    const { report } = await imported([{ name: `Jane Doe_1_assignsubmission_file/${name}`, content }], [s1], {
      platform: 'moodle',
    });

    const [only] = report.imported;
    expect(only?.remarks).toContainEqual(expect.stringContaining(remark));
    expect(only?.assignments).toEqual([]);
    expect(report.absent).toEqual([]);
  });

  const attachments = new Map([
    ['03-losses', ['report.pdf']],
    ['05-gradients', ['report.pdf', 'curve.png']],
  ]);
  const metadata = `submission_1:\n  :submitters:\n  - :name: Jane Doe\n    :sid: '123'\n  :created_at: 2027-02-01 10:00:00.000000000 Z\n`;
  const moodle = 'Jane Doe_1_assignsubmission_file';
  it.each<[what: string, platform: ImportOptions['platform'], download: Readonly<Record<string, string>>]>([
    [
      'of two attempts on Canvas',
      'canvas',
      {
        'doejane_101_9001_losses-1.ts': answer,
        'doejane_101_8002_report.pdf': 'old',
        'doejane_101_9002_report-1.pdf': 'new',
      },
    ],
    [
      'a browser numbered for Moodle',
      'moodle',
      { [`${moodle}/losses.ts`]: answer, [`${moodle}/Report (2).PDF`]: 'new' },
    ],
    [
      'in a folder of Gradescope',
      'gradescope',
      { 'submission_metadata.yml': metadata, 'submission_1/losses.ts': answer, 'submission_1/report.pdf': 'new' },
    ],
    ['in a plain folder', 'pattern', { '123/losses.ts': answer, '123/report.pdf': 'new' }],
  ])('should put a report %s next to its code', async (_what, platform, download) => {
    const pattern = platform === 'pattern' ? readPattern('{id}/{file}') : undefined;
    const { files } = await imported(download, [jane], { platform, pattern, attachments });
    expect([files['123/03-losses/losses.ts'], files['123/03-losses/report.pdf']]).toEqual([answer, 'new']);
    expect(files['123/05-gradients/report.pdf']).toBeUndefined();
  });

  it('should join a report with an archive, and put one without code in the assignment that requests it', async () => {
    const zip = [
      { name: `${moodle}/work.zip`, content: inner },
      { name: `${moodle}/report.pdf`, content: 'mine' },
      { name: 'Bob Stone_2_assignsubmission_file/curve.png', content: 'his' },
    ];
    const { files } = await imported(zip, [jane, bob], { platform: 'moodle', attachments });
    expect([files['123/03-losses/losses.ts'], files['123/03-losses/report.pdf']]).toEqual([answer, 'mine']);
    expect(files['124/05-gradients/curve.png']).toBe('his');
  });

  it('should keep and report a broken archive next to a report', async () => {
    const zip = [
      { name: `${moodle}/work.zip`, content: inner.subarray(0, 40) },
      { name: `${moodle}/report.pdf`, content: 'mine' },
    ];
    const { report, files } = await imported(zip, [jane], { platform: 'moodle', attachments });
    expect(files['123/work.zip']).toBeDefined();
    expect(report.imported[0]?.remarks[0]).toMatch(/^work\.zip can't be read: /);
  });

  it('should restore the file names of a later attempt on Canvas', async () => {
    const { files } = await imported(
      [
        { name: 'doejane_101_9001_losses-1.ts', content: "export * from './mine';" },
        { name: 'doejane_101_9002_mine-1.ts', content: "import { x } from './part-2';" },
        { name: 'doejane_101_9003_part-2.ts', content: 'its own number' },
      ],
      [jane],
      { platform: 'canvas' },
    );

    expect(files['123/03-losses/losses.ts']).toBe("export * from './mine';");
    expect(files['123/03-losses/mine.ts']).toBe("import { x } from './part-2';");
    expect(files['123/03-losses/part-2.ts']).toBe('its own number');
  });
});

describe('importDownload, with late marks', () => {
  it('should write a late mark into the roster, for the given assignment', async () => {
    const zip = [{ name: 'doejane_LATE_1_1_losses.ts', content: answer }];

    expect((await imported(zip, [jane], { platform: 'canvas' })).roster[0]).toMatchObject({ markedLate: 'Canvas' });
    const { roster } = await imported(zip, [jane], { platform: 'canvas', assignment: '03-losses' });
    expect(roster[0]?.times).toEqual(new Map([['03-losses', { markedLate: 'Canvas' }]]));
    expect(roster[0]?.markedLate).toBeUndefined();
  });
});

describe('importDownload, from other sources', () => {
  it('should read a download that the browser unpacked', async () => {
    const { found } = await imported({ 'doejane_1_1_losses.ts': answer, '.DS_Store': '' }, [jane], {
      platform: 'canvas',
    });

    expect(found).toEqual({ 123: '123' });
  });

  it('should match clones by the user names of the roster', async () => {
    const { report } = await imported(
      { 'losses-jane-doe/03-losses/losses.ts': answer, 'losses-doe/losses.ts': answer },
      [
        { ...jane, accounts: ['jane-doe'] },
        { ...bob, accounts: ['doe'] },
      ],
      { platform: 'github' },
    );

    expect(report.imported.map(({ ids, label }) => [ids, label])).toEqual([
      [['123'], 'losses-jane-doe'],
      [['124'], 'losses-doe'],
    ]);
  });

  it('should read paths by a pattern', async () => {
    const { report } = await imported({ 'wk3/123 - Jane/losses.ts': answer, 'wk3/README.md': '' }, [jane], {
      platform: 'pattern',
      pattern: readPattern('{any}/{id} - {name}/{file}'),
    });

    expect(report.imported[0]).toMatchObject({ ids: ['123'], files: ['03-losses/losses.ts'] });
    expect(report.unmatched).toEqual([{ label: 'wk3/README.md', reason: 'its path does not match the pattern' }]);
    expect(() => readPattern('{who}/{file}')).toThrow('{who} is no field of a pattern; known: {id}, {name}');
    expect(() => readPattern('{any}/{file}')).toThrow('a pattern needs {file} and one of {id}');
  });

  it.each([
    {
      what: 'Blackboard',
      pattern: '{any}_{id}_attempt_{any}_{file}',
      newer: 'hw_123_attempt_2027-03-12-10-00-00_losses.ts',
      older: 'hw_123_attempt_2027-03-12-09-59-00_losses.ts',
    },
    {
      what: 'Brightspace',
      pattern: '{any} - {name} - {any}/{file}',
      newer: '9-1 - Jane Doe - Mar 12, 2027 1210 PM/losses.ts',
      older: '9-1 - Jane Doe - Mar 12, 2027 1159 AM/losses.ts',
    },
  ])('should take the newer attempt by the times in the paths of $what', async ({ pattern, newer, older }) => {
    for (const names of [
      [newer, older],
      [older, newer],
    ]) {
      const zip = names.map((name) => ({ name, content: name === newer ? answer : 'export {};' }));
      const options = { platform: 'pattern', pattern: readPattern(pattern) } as const;
      expect((await imported(zip, [jane], options)).files).toEqual({ '123/03-losses/losses.ts': answer });
    }
  });

  it('should leave attempts to a person when nothing tells which is newer', async () => {
    const zip = ['a', 'b'].map((text) => ({ name: `123_${text}/losses.ts`, content: text }));
    const { report } = await imported([...zip, { name: '124_a/losses.ts', content: answer }], [jane, bob], {
      platform: 'pattern',
      pattern: readPattern('{id}_{any}/{file}'),
    });
    expect(report.imported.map(({ ids }) => ids)).toEqual([['124']]);
    expect(report.unmatched.map(({ label }) => label)).toEqual(['123 (123_a/losses.ts)', '123 (123_b/losses.ts)']);
  });
});

describe('importDownload, interrupted', () => {
  it('should remove its own temporary files, and those of a killed import', () =>
    withFiles({ 'in/download.zip': madeZip([{ name: 'doejane_1_1_losses.ts', content: answer }]) }, async (folder) => {
      // The process id is above the maximum.
      const left = join(folder, '.importing-4194305-x');
      await mkdir(left);
      await writeFile(join(left, 'work.ts'), '');
      const options = { platform: 'canvas', students: [jane], course, out: join(folder, 'out') } as const;
      const ended = importDownload(join(folder, 'in/download.zip'), { ...options, signal: AbortSignal.abort() });

      await expect(ended).rejects.toThrow();
      expect(await readdir(folder)).toEqual(['in']);
    }));
});
