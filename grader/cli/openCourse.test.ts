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

  it('should refuse a seed that the course keeps and a dictionary finds', async () => {
    process.env.DESCENT_HIDDEN_SEED = weak;
    await expect(openCourse(installation, await readCourse(root), undefined)).rejects.toThrow(
      'the hidden seed in DESCENT_HIDDEN_SEED is short or plain enough to be guessed, and with it all hidden cases; ' +
        'make one with `grader new-seed`, or give a seed that is for a trial alone by --seed',
    );
  });

  it('should take one that is given for a trial, and say what it is', async () => {
    const { warning } = await openCourse(installation, await readCourse(root), weak);
    expect(warning).toContain('good for a trial alone; make one with `grader new-seed`');
  });

  it('should have nothing to say of a good one', async () => {
    process.env.DESCENT_HIDDEN_SEED = '7d1c20a5b94e83f6d05c9a47e2b81f36';
    expect((await openCourse(installation, await readCourse(root), undefined)).warning).toBeUndefined();
  });
});
