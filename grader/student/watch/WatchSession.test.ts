import { join } from 'node:path';
import type { FileProblem } from '../../pipeline/types';
import { columnsOf } from './layout';
import type { Answers } from './testing/checked';
import { sessionOn } from './testing/sessionOn';

const syntaxError: FileProblem = {
  status: 'does-not-compile',
  message: 'Expected ";"',
  place: { file: 'losses.ts', line: 3, column: 10, text: 'return x y;' },
};

describe('WatchSession', () => {
  it('should show progress and what to fix first, and move on once it is done', async () => {
    const saved: Record<string, Answers> = { '03-losses': { softmax: 2 } };
    const { session, screen } = sessionOn(saved);
    await session.saved('03-losses');
    expect(screen()).toContain('03-losses  ░░░░░░░░░░░░░░░░░░░░  0 of 2 functions');
    expect(screen()).toContain('fix first:\n  softmax › the result does not match the reference   (public case 1)');
    saved['03-losses'] = { softmax: 1 };
    await session.saved('03-losses');
    expect(screen()).toContain('██████████░░░░░░░░░░  1 of 2 functions');
    expect(screen()).toContain('✓ done: softmax\n\nnext: hingeLoss, in 03-losses');
    saved['03-losses'] = { softmax: 1, hingeLoss: 1 };
    saved['08-training'] = { accuracy: 1, trainClassifier: 1 };
    await session.saved('03-losses', '08-training');
    expect(screen()).toContain('all watched functions pass');
  });

  it('should show a file that does not compile with line and caret, without hiding other files', async () => {
    const saved: Record<string, Answers | FileProblem> = { '03-losses': syntaxError, '08-training': { accuracy: 2 } };
    const { session, screen } = sessionOn(saved);
    await session.saved('03-losses', '08-training');
    expect(screen()).toContain(
      '03-losses › does not compile\n  Expected ";"\n  losses.ts:3:10\n    return x y;\n             ^',
    );
    await session.press('next');
    expect(screen()).toContain('fix first:\n  accuracy ›');
    saved['03-losses'] = { softmax: 1 };
    await session.saved('03-losses');
    expect(screen()).toContain('next: hingeLoss, in 03-losses');
  });

  it('should show all other results while a slow function still runs', async () => {
    const { session, screens, asked } = sessionOn({ '08-training': { accuracy: 2, trainClassifier: 1 } });
    await session.saved('08-training');
    expect(asked).toEqual([['accuracy'], ['trainClassifier']]);
    expect(screens[0]).toContain('still running: trainClassifier');
    expect(screens[0]).toContain('fix first:\n  accuracy ›');
    expect(screens[1]).not.toContain('still running');
  });

  it('should restart a check when the file is saved again', async () => {
    const { session, screen, hang, asked } = sessionOn({ '03-losses': { softmax: 1, hingeLoss: 2 } });
    hang();
    const first = session.saved('03-losses');
    await session.saved('03-losses');
    await first;
    expect(asked).toHaveLength(2);
    expect(screen()).toContain('fix first:\n  hingeLoss ›');
  });

  it('should check only one function or all again, by keys', async () => {
    const { session, screen, asked } = sessionOn({ '03-losses': { softmax: 2, hingeLoss: 2 } });
    await session.saved('03-losses');
    expect(screen()).toContain('also to fix: hingeLoss');
    await session.press('next');
    await session.press('only');
    expect(asked.at(-1)).toEqual(['hingeLoss']);
    expect(screen()).toContain('checks only hingeLoss; a checks all again');
    await session.press('all');
    expect(asked.slice(2)).toEqual([['softmax', 'hingeLoss'], ['accuracy'], ['trainClassifier']]);
  });

  it('should list functions and open files by keys, until it quits', async () => {
    const { session, screen, opened } = sessionOn({ '03-losses': { softmax: 1, hingeLoss: 2 } });
    await session.saved('03-losses');
    await session.press('list');
    expect(screen()).toContain('  ✓ softmax   done\n› ✗ hingeLoss   failed');
    expect(screen()).toContain('  · accuracy   not checked yet');
    expect(await session.press('open')).toBe(true);
    expect(opened).toEqual([{ path: join('/copy', 'assignments', '03-losses', 'losses.ts'), line: 1 }]);
    expect(await session.press('quit')).toBe(false);
  });

  it('should show type errors in addition to the checks', async () => {
    const { session, screen } = sessionOn({ '03-losses': { softmax: 2 } });
    await session.saved('03-losses');
    session.typesChecked('03-losses', ['losses.ts:4:3  Type "number" is not assignable to type "string".']);
    expect(screen()).toContain('one type error; the checks still run:\n  losses.ts:4:3  Type');
    expect(screen()).toContain('fix first:\n  softmax ›');
    session.typesChecked('03-losses', []);
    expect(screen()).not.toContain('type error');
  });

  it.each([
    [40, 'en'],
    [40, 'zh'],
    [80, 'en'],
    [80, 'zh'],
  ] as const)('should fit %d columns in %s', async (columns, language) => {
    const { session, screens } = sessionOn({ '03-losses': { softmax: 2, hingeLoss: 1 } }, { columns, language });
    await session.saved('03-losses', '08-training');
    await session.press('list');
    await session.press('reset');
    const lines = screens.join('\n').split('\n');
    // A clickable path is not wrapped.
    const broken = lines.filter((line) => columnsOf(line) > columns && !/\S{38}/.test(line));
    expect(broken).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
  });
});
