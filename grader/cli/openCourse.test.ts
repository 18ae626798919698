import { resolve } from 'node:path';
import { curriculum } from '../curriculum';
import { readCourse } from '../pipeline/course';
import { openCourse } from './openCourse';

const root = resolve(__dirname, '../..');
const installation = { root, engine: root, curriculum, childCommand: [], trainingCommand: [] };
const weak = 'summer-2027';

describe('openCourse', () => {
  const before = process.env.DESCENT_HIDDEN_SEED;
  afterEach(() => {
    if (before === undefined) delete process.env.DESCENT_HIDDEN_SEED;
    else process.env.DESCENT_HIDDEN_SEED = before;
  });

  it('should refuse a weak stored seed', async () => {
    process.env.DESCENT_HIDDEN_SEED = weak;
    await expect(openCourse(installation, await readCourse(root), undefined)).rejects.toThrow(
      'the hidden seed in DESCENT_HIDDEN_SEED is short or simple enough to be guessed, and with it all hidden cases; ' +
        'create one with `grader new-seed`, or pass a seed for a trial run with --seed',
    );
  });

  it('should accept a weak seed for a trial run, with a warning', async () => {
    const { warning } = await openCourse(installation, await readCourse(root), weak);
    expect(warning).toContain('good for trial runs only; create one with `grader new-seed`');
  });

  it('should not warn about a good seed', async () => {
    process.env.DESCENT_HIDDEN_SEED = '7d1c20a5b94e83f6d05c9a47e2b81f36';
    expect((await openCourse(installation, await readCourse(root), undefined)).warning).toBeUndefined();
  });
});
