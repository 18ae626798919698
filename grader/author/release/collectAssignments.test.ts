import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectAssignments } from './collectAssignments';

describe('collectAssignments', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'collect-'));
    for (const id of ['01-a', '02-b']) {
      await mkdir(join(root, 'assignments', id), { recursive: true });
      for (const name of ['README.md', 'README.zh-CN.md', 'a.ts', 'draft.txt'])
        await writeFile(join(root, 'assignments', id, name), id);
    }
    for (const name of ['README.md', 'README.zh-CN.md']) await writeFile(join(root, 'assignments', name), 'list');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('should include handouts in every language, only of released assignments', async () => {
    const { files, student, leftOut } = await collectAssignments(root, [{ id: '01-a', file: 'a.ts' }]);

    expect([...files.keys()]).toEqual([
      'assignments/README.md',
      'assignments/README.zh-CN.md',
      'assignments/01-a/README.md',
      'assignments/01-a/README.zh-CN.md',
      'assignments/01-a/a.ts',
    ]);
    expect(student).toEqual(['assignments/01-a/a.ts']);
    expect(leftOut).toEqual(['assignments/01-a/draft.txt']);
  });

  it("should remove the calculations of a handout's figures", async () => {
    const handout = join(root, 'assignments/01-a/README.md');
    await writeFile(
      handout,
      'It is 4.\n\n<!-- figures\nf(1) = 4\n-->\n\n## More\n\n<!-- figures: given 3: so it is -->\n<!-- other -->\n\n<!-- costly figures: g(1) = 2 -->\n',
    );
    const { files } = await collectAssignments(root, [{ id: '01-a', file: 'a.ts' }]);

    expect(Buffer.from(files.get('assignments/01-a/README.md') ?? '').toString('utf8')).toBe(
      'It is 4.\n\n## More\n<!-- other -->\n',
    );
  });
});
