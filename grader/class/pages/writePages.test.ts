import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeClass } from './testing/madeClass';
import { writePages } from './writePages';

describe('writePages', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'descent-pages-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const students = (): Promise<string[]> => readdir(join(folder, 'report', 'students'));

  it('should write a page for the class, and one for each student with only that student', async () => {
    const results = madeClass(5);
    expect(await writePages(folder, { folder, results })).toEqual({
      classPage: join(folder, 'report', 'index.html'),
      students: 5,
    });
    expect((await students()).toSorted()).toEqual(results.map(({ submission }) => `${submission}.html`).toSorted());
    for (const { submission } of results) {
      const page = await readFile(join(folder, 'report', 'students', `${submission}.html`), 'utf8');
      for (const other of results) expect(page.includes(other.submission)).toBe(other.submission === submission);
    }
  });

  it('should replace the old report as a whole', async () => {
    await writePages(folder, { folder, results: madeClass(3) });
    await writeFile(join(folder, 'report', 'note.txt'), '');
    await writePages(folder, { folder, results: madeClass(2) });
    expect(await students()).toHaveLength(2);
    expect(await readdir(folder)).toEqual(['report']);
    expect(await readdir(join(folder, 'report'))).toEqual(['index.html', 'students']);
  });

  it.each(['../../escape', '', '..', '.hidden', 'a/b', 'a\\b', 'a\nb', 'a\ud800'])(
    'should refuse the name %j, and write nothing',
    async (name) => {
      const results = madeClass(2).map((result) => ({ ...result, submission: name }));
      await expect(writePages(folder, { folder, results })).rejects.toThrow("can't be the name of a page");
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('should keep the old report when a new one can’t be written', async () => {
    const results = madeClass(2);
    await writePages(folder, { folder, results });
    // No file system accepts this name; earlier pages are already written.
    const last = results.slice(0, 1).map((result) => ({ ...result, submission: 'x'.repeat(300) }));
    await expect(writePages(folder, { folder, results: [...results, ...last] })).rejects.toThrow(
      'the report could not be written to',
    );
    expect(await students()).toHaveLength(2);
    expect(await readdir(folder)).toEqual(['report']);
  });

  it('should name the folder that it could not write', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', 'file'), '');
    const out = join(folder, 'out', 'file');
    await expect(writePages(out, { folder: out, results: madeClass(1) })).rejects.toThrow(
      `the report could not be written to ${join(out, 'report')}`,
    );
  });
});
