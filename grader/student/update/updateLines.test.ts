import type { Update } from './applyRelease';
import { updateTexts } from './texts';
import { updateLines as linesIn } from './updateLines';

const nothing: Update = {
  version: 'b',
  oldVersion: 'a',
  release: undefined,
  oldRelease: undefined,
  added: [],
  replaced: [],
  removed: [],
  hadChanges: [],
  keptIn: '.descent/before-b',
  newSkeletons: [],
  stubs: [],
  renamed: [],
  newKey: undefined,
};

const updateLines = (update: Update): readonly string[] => linesIn(update, updateTexts('en'));

describe('updateLines', () => {
  it('should list the changed files, those for people first', () => {
    const grader = Array.from({ length: 9 }, (_, index) => `grader/${index}.js`);
    const replaced = [...grader, 'assignments/03-losses/public.json'];
    expect(updateLines({ ...nothing, added: ['data/new.json'], replaced, hadChanges: ['README.md'] })).toEqual([
      'The checks are now version b (were a). Your own functions are unchanged.',
      '  added: data/new.json',
      `  replaced: assignments/03-losses/public.json, ${grader.slice(0, 7).join(', ')} and 2 more`,
      'You had changed README.md; your versions are in .descent/before-b.',
    ]);
  });

  it('should not claim another version when the checks are the same', () => {
    expect(updateLines({ ...nothing, oldVersion: 'b', replaced: ['README.md'] })[0]).toBe(
      'The checks are now version b. Your own functions are unchanged.',
    );
  });

  it('should ask for npm install only when packages changed', () => {
    expect(updateLines({ ...nothing, replaced: ['package-lock.json'] }).at(-1)).toBe(
      'Run `npm install`, since the packages it needs have changed.',
    );
    expect(updateLines(nothing)).toEqual(['Nothing to do: the checks are version b already.']);
  });

  it('should be in Chinese for Chinese readers', () => {
    const update = {
      ...nothing,
      added: ['data/new.json'],
      replaced: [...Array.from({ length: 9 }, (_, index) => `grader/${index}.js`), 'package-lock.json'],
      removed: ['data/old.json'],
      hadChanges: ['README.md', 'data/old.json'],
      newSkeletons: ['losses.ts'],
      stubs: [{ path: 'losses.ts', names: ['focalLoss', 'hingeLoss'] }],
      newKey: '0123',
    };
    expect(linesIn(update, updateTexts('zh'))).toEqual([
      '从现在起，这个副本只接受用密钥 0123 签名的版本。',
      '检查现在是版本 b，之前是 a。你自己写的函数没有改动。',
      '  新增：data/new.json',
      `  替换：package-lock.json、${Array.from({ length: 7 }, (_, index) => `grader/${index}.js`).join('、')} 等 10 个文件`,
      '  删除：data/old.json',
      '你改过 README.md、data/old.json；你的版本保存在 .descent/before-b 中。',
      'losses.ts 中新增了待写的 focalLoss、hingeLoss；原来的文件保存在 .descent/before-b 中。',
      'losses.ts 的初始代码有了改动；你写的内容保持不变。请与新版本中的文件比较。',
      '请运行 `npm install`，因为现在需要不同的包。',
    ]);
    expect(linesIn(nothing, updateTexts('zh'))).toEqual(['无需更新：检查已经是版本 b。']);
  });

  it('should name the release, even if the checks are the same', () => {
    const update = {
      ...nothing,
      oldVersion: 'b',
      release: '11111111',
      oldRelease: '22222222',
      replaced: ['README.md'],
    };
    expect(updateLines(update)[0]).toBe('This is now release 11111111 (was 22222222).');
    expect(linesIn(update, updateTexts('zh'))[0]).toBe('现在是发布 11111111，之前是 22222222。');
    expect(updateLines({ ...update, replaced: [] })[0]).toBe(
      'Nothing to do: the checks are version b already, as in release 11111111.',
    );
  });

  it('should report renamed functions', () => {
    const renamed = [{ path: 'assignments/03-losses/losses.ts', from: 'softmaxCost', to: 'softmaxLoss' }];
    expect(updateLines({ ...nothing, replaced: ['README.md'], renamed }).at(-1)).toBe(
      'softmaxCost in assignments/03-losses/losses.ts is now called softmaxLoss. Yours is unchanged and counts under either name; you can rename it any time.',
    );
    expect(linesIn({ ...nothing, replaced: ['README.md'], renamed }, updateTexts('zh')).at(-1)).toContain(
      '现在叫 softmaxLoss',
    );
  });
});
