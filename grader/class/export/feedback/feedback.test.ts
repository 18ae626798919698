import { formats, type ExportInput } from '..';
import { filesIn } from '../testing/filesIn';
import { hiddenNumber, inputWith } from '../testing/fixture';

/** The files of imported submissions, by name. */
function input(files: Readonly<Record<string, readonly { file: string; ids: string[] }[]>>): ExportInput {
  const imported = Object.entries(files).map(([name, handedInAs]) => ({
    name,
    ids: handedInAs.flatMap(({ ids }) => ids),
    handedInAs: [...handedInAs],
  }));
  return { ...inputWith(), imported: { platform: '', imported, unmatched: [] } };
}

async function feedback(
  name: string,
  given: ExportInput,
): Promise<{ readonly files: ReadonlyMap<string, Buffer>; readonly notes: readonly string[] }> {
  const format = formats.find((one) => one.name === name);
  if (format?.of !== 'archive') throw new Error(`no archive ${name}`);
  const { bytes, notes } = await format.write(given);
  return { files: await filesIn(bytes), notes };
}

describe('moodle-feedback', () => {
  const given = input({
    a1: [{ file: 'all/Ada_of L_11_assignsubmission_file/03-losses/losses.ts', ids: ['a1'] }],
    b2: [
      { file: 'Team A-Bob_12_assignsubmission_file_/losses.ts', ids: ['b2'] },
      { file: 'Team A-Li_13_assignsubmission_file_/losses.ts', ids: ['c3'] },
    ],
    d4: [{ file: 'Default group_assignsubmission_file/losses.ts', ids: ['d4'] }],
  });

  it('should return a page to each student, under the number in the download', async () => {
    const { files, notes } = await feedback('moodle-feedback', given);

    expect([...files.keys()]).toEqual([
      'Ada of L_11_assignsubmission_file_feedback.html',
      'Team A-Bob_12_assignsubmission_file_feedback.html',
      'Team A-Li_13_assignsubmission_file_feedback.html',
    ]);
    // Moodle splits a name at underscores, and needs the number and the kind of submission in these parts.
    for (const name of files.keys()) expect(name.split('_').slice(1, 4)).toEqual([expect.stringMatching(/^\d+$/), 'assignsubmission', 'file']); // prettier-ignore
    const pages = [...files.values()].map(String);
    expect(pages[1]).toContain('6.75 of 20');
    for (const page of pages) expect(page).not.toContain(hiddenNumber);
    expect(notes).toContain('no Moodle number, left out: d4');
  });

  it('should be deterministic', async () => {
    const bytes = async (): Promise<string> =>
      JSON.stringify([...(await feedback('moodle-feedback', given)).files].map(([name, content]) => [name, String(content)])); // prettier-ignore
    expect(await bytes()).toBe(await bytes());
  });
});

describe('canvas-feedback', () => {
  it('should return comments under the names of the submitted files', async () => {
    const { files, notes } = await feedback(
      'canvas-feedback',
      input({
        a1: [{ file: 'lovelaceada_LATE_101_9001_homework-1.zip', ids: ['a1'] }],
        b2: [
          { file: 'bob_102_9002_notes.pdf', ids: ['b2'] },
          { file: 'bob_102_9003_losses-1.ts', ids: ['b2'] },
        ],
        d4: [{ file: 'ali_104_9004_losses.rar', ids: ['d4'] }],
      }),
    );

    expect([...files.keys()]).toEqual(['bob_102_9003_losses-1.ts', 'lovelaceada_LATE_101_9001_homework-1.zip']);
    const text = String(files.get('bob_102_9003_losses-1.ts'));
    // Code, as the name requires: only comments, with the student's message of each failed check.
    expect(text.split('\n').every((line) => line === '' || line.startsWith('//'))).toBe(true);
    expect(text).toContain('// softmax: failed, 7.5 of 10\n//   softmax.dW fails on a hidden case');
    expect(text).not.toContain(hiddenNumber);
    const inside = await filesIn(files.get('lovelaceada_LATE_101_9001_homework-1.zip') ?? Buffer.of());
    expect([...inside.keys()]).toEqual(['a1.html']);
    expect(notes).toContain('neither code nor a zip, left out: d4');
  });
});

describe.each(['moodle-feedback', 'canvas-feedback'])('%s', (name) => {
  it('should refuse a batch without the names of the platform', async () => {
    await expect(feedback(name, inputWith())).rejects.toThrow('only `grader import` keeps');
    await expect(feedback(name, input({ a1: [{ file: 'losses.ts', ids: ['a1'] }] }))).rejects.toThrow(
      'no submission has',
    );
  });
});
