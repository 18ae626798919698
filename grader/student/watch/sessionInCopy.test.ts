import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sessionOn } from './testing/sessionOn';

describe('WatchSession in a working copy', () => {
  let root = '';
  const file = (): string => join(root, 'assignments', '03-losses', 'losses.ts');
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'watch-'));
    await mkdir(join(root, 'assignments', '03-losses'), { recursive: true });
    await mkdir(join(root, 'grader', 'skeletons'), { recursive: true });
    await writeFile(
      join(root, 'grader/skeletons/03-losses.ts.txt'),
      '/** Of x. */\nexport function softmax() {\n  // TODO\n}\n',
    );
  });
  afterAll(() => rm(root, { recursive: true }));

  it('should reset one function when asked twice, and save the previous file', async () => {
    const before = '/** Of x. */\nexport function softmax() {\n  return 2;\n}\n\nexport function hingeLoss() {}\n';
    await writeFile(file(), before);
    const { session, screen } = sessionOn({ '03-losses': { softmax: 2 } }, { root });
    await session.saved('03-losses');
    await session.press('reset');
    expect(screen()).toContain('reset softmax to its skeleton? Press r once more');
    // After another key, it asks again.
    await session.press('list');
    await session.press('reset');
    expect(await readFile(file(), 'utf8')).toBe(before);
    await session.press('reset');
    const kept = '.descent/before-reset/03-losses/2026-01-02T03-04-05-000Z-losses.ts';
    expect(screen()).toContain(`softmax was reset to its skeleton; your previous file is in`);
    expect(await readFile(file(), 'utf8')).toBe(
      '/** Of x. */\nexport function softmax() {\n  // TODO\n}\n\nexport function hingeLoss() {}\n',
    );
    expect(await readFile(join(root, kept), 'utf8')).toBe(before);
  });

  it('should not reset an unknown or missing function', async () => {
    await writeFile(file(), 'export const softmax = () => 2;\n');
    const { session, screen } = sessionOn({ '03-losses': { softmax: 2, hingeLoss: 2 } }, { root });
    await session.saved('03-losses');
    for (let time = 0; time < 2; time += 1) await session.press('reset');
    expect(screen()).toContain('softmax was not found');
    await session.press('next');
    for (let time = 0; time < 2; time += 1) await session.press('reset');
    expect(screen()).toContain('there is no skeleton of hingeLoss');
    expect(await readFile(file(), 'utf8')).toBe('export const softmax = () => 2;\n');
  });

  it('should give a hint by key, or say why there is none', async () => {
    const { session, screen } = sessionOn({ '03-losses': { softmax: 2 } }, { root });
    await session.saved('03-losses');
    await session.press('hint');
    expect(screen()).toContain('None of the known mistakes gives these results');
  });
});
