import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withFiles } from '../../../files/testing/withFiles';
import { contentHash } from '../../batch/contentHash';
import { fromHere } from '../../batch/settings';
import { madeSettings } from '../../testing/settings';
import { result } from '../../roster/testing/samples';
import type { SubmissionResult } from '../../../pipeline/report';
import { writePages } from '../writePages';

/** A result with a compile error on line 2. */
function broken(submission: string): SubmissionResult {
  const plain = result(submission, 0);
  const assignments = plain.assignments.map((one) => ({
    ...one,
    status: 'unreadable' as const,
    score: null,
    message: 'does not compile\nUnexpected "}"',
    place: { file: '03-losses/losses.ts', line: 2 },
  }));
  return { ...plain, score: null, assignments };
}

describe('code pages', () => {
  it('should show the submitted code, with links from messages to lines', () =>
    withFiles({ 'class/a1/03-losses/losses.ts': 'const ok = 1;\n}<b>\n', 'class/a1/notes.md': '' }, async (folder) => {
      const out = join(folder, 'out');
      await mkdir(out);
      const submissions = join(folder, 'class');
      const kept = { ...madeSettings, submissions, submissionsFromHere: fromHere(out, submissions) };
      await writeFile(join(out, 'batch.json'), JSON.stringify(kept));
      const graded = { ...broken('a1'), contentHash: await contentHash(join(submissions, 'a1')) };
      await writePages(out, { folder: out, results: [graded, result('gone', 5)] });

      const text = await readFile(join(out, 'report', 'index.html'), 'utf8');
      expect(text).toContain('<a href="code/a1.html#f0-2">03-losses/losses.ts:2</a>');
      expect(text).toContain('<a href="code/a1.html" aria-label="code of a1">code</a>');
      expect(await readdir(join(out, 'report', 'code'))).toEqual(['a1.html']);
      const code = await readFile(join(out, 'report', 'code', 'a1.html'), 'utf8');
      expect(code).toContain('<span id="f0-1">const ok = 1;</span>\n<span id="f0-2">}&lt;b&gt;</span></pre>');
      expect(code).not.toContain('changed since');

      await writePages(out, { folder: out, results: [{ ...graded, contentHash: 'of what was before' }] });
      expect(await readFile(join(out, 'report', 'code', 'a1.html'), 'utf8')).toContain('changed since it was graded');
    }));

  it('should name the line without a link when there is no code page', () =>
    withFiles({}, async (folder) => {
      await writePages(folder, { folder, results: [broken('a1')] });
      expect(await readFile(join(folder, 'report', 'index.html'), 'utf8')).toContain('; 03-losses/losses.ts:2');
      expect(await readdir(join(folder, 'report'))).toEqual(['index.html', 'students']);
    }));
});
