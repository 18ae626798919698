import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collectData } from './collectData';

describe('collectData', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'collect-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function collected(...paths: readonly string[]): Promise<readonly string[]> {
    for (const path of paths) {
      await mkdir(join(root, dirname(path)), { recursive: true });
      await writeFile(join(root, path), path);
    }
    return [...(await collectData({ root, engine: root })).keys()];
  }

  it('should include data sets and their loaders', async () => {
    const paths = ['data/README.md', 'data/digits/digits.train.csv.gz', 'data/digits/loadDigits.ts', 'data/run.js'];
    expect(await collected(...paths)).toEqual(paths);
  });

  it("should exclude the capstone's test data, tests, and downloads", async () => {
    const staffs = [
      'digits/digits.test.csv.gz',
      'digits/cut.ts',
      'digits/cutDigits.ts',
      'digits/distort.ts',
      'digits/digits.test.ts',
    ];
    const others = ['files/testing/serveFile.ts', 'cifar10/data_batch_1.bin', 'cifar10/.cache/a.ts'];
    expect(await collected('data/a.ts', ...[...staffs, ...others].map((path) => `data/${path}`))).toEqual([
      'data/a.ts',
    ]);
  });
});
