import { student } from '../roster/testing/samples';
import { madeTarGz } from '../../pipeline/submission/archives/testing/madeTarGz';
import { madeZip } from '../../pipeline/submission/archives/testing/madeZip';
import { bob, imported } from './testing/importedClass';

describe('importDownload, from Canvas', () => {
  it('should give each student a folder named by the id, and files their own names', async () => {
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

  it('should keep all fields of the roster', async () => {
    const times = new Map([['03-losses', { extendedUntil: new Date('2027-02-14T22:59:00Z') }]]);
    const whole = { section: 'Monday', group: 'G1', slipDays: 2, accounts: ['101'], times, email: 'doe@example.org' };
    const students = [
      student('s1', { name: 'Jane Doe', ...whole }),
      student('s2', { name: 'Bob Stone', section: 'B' }),
    ];
    const { roster } = await imported('canvas', [{ name: 'doejane_101_9001_losses.ts' }], students);
    expect(roster).toEqual(students);
  });

  it('should take the newest of two copies of a file', async () => {
    const { report, files } = await imported('canvas', [
      { name: 'stonebob_102_9010_losses-1.ts', content: 'new' },
      { name: 'stonebob_102_9003_losses.ts', content: 'old' },
    ]);

    expect(files).toEqual({ 's2/03-losses/losses.ts': 'new' });
    expect(report.imported[0]?.remarks).toEqual(['03-losses/losses.ts: took losses-1.ts, not losses.ts']);
  });

  it('should keep an archive, unless its files are in no folder of an assignment', async () => {
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

  it('should join several archives', async () => {
    const { files, report } = await imported('canvas', [
      { name: 'stonebob_102_9001_03-losses.zip', content: madeZip([{ name: '03-losses/losses.ts', content: 'a' }]) },
      {
        name: 'stonebob_102_9002_06-optimizers.zip',
        content: madeZip([{ name: '06-optimizers/optimizers.ts', content: 'b' }]),
      },
      { name: 'stonebob_102_9003_broken.zip', content: 'not a zip' },
    ]);

    // An unreadable archive is kept for a person.
    const placed = {
      's2/03-losses/losses.ts': 'a',
      's2/06-optimizers/optimizers.ts': 'b',
      's2/broken.zip': 'not a zip',
    };
    expect(files).toEqual(placed);
    expect(report.imported[0]?.remarks).toEqual([expect.stringMatching(/^broken\.zip can't be read: it is no zip/)]);
  });

  it('should match no one when two students have the name, unless the number matches', async () => {
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
        reason: 'it matches 2 students, Ann Lee (501) and Lee, Ann (502); assign it with --map',
      },
    ]);
    expect(report.absent).toEqual([{ id: '502', name: 'Lee, Ann' }]);
  });

  it('should match neither of two accounts with the name of one student', async () => {
    const { report } = await imported('canvas', [
      { name: 'stonebob_7_1_losses.ts' },
      { name: 'stonebob_8_2_losses.ts' },
      { name: 'doejanemarie_9_3_losses.ts' },
    ]);

    expect(report.unmatched.map(({ label }) => label)).toEqual(['stonebob (user 7)', 'stonebob (user 8)']);
    expect(report.unmatched[0]?.reason).toBe(
      'stonebob (user 7) and stonebob (user 8) match the same student, Bob Stone (s2); place the right one by hand',
    );
  });

  it('should list unmatched files, and submissions without work', async () => {
    const { report, files } = await imported('canvas', [
      { name: 'stonebob_102_text.html', content: '<p>see my mail</p>' },
      { name: 'doejanemarie_101_1_essay.pdf', content: '%PDF' },
      { name: 'strangera_104_2_losses.ts' },
      { name: 'anon_x7f3q_3_losses.ts' },
      { name: 'readme.txt' },
    ]);

    expect(files).toEqual({ 's1/essay.pdf': '%PDF', 's2/text.html': '<p>see my mail</p>' });
    expect(report.imported.map(({ ids, remarks }) => [ids, remarks])).toEqual([
      [['s1'], ["none of the course's files: essay.pdf (PDF)"]],
      [['s2'], ["none of the course's files: text.html (web page)"]],
    ]);
    expect(report.unmatched).toEqual([
      { label: 'strangera (user 104)', reason: 'no one in the roster has this name' },
      { label: 'anon_x7f3q_3_losses.ts', reason: 'it is anonymous; turn off anonymous grading and download again' },
      { label: 'readme.txt', reason: "its name is not in Canvas's format" },
    ]);
  });
});
