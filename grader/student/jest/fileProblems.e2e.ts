import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from '../../files/removeFolder';
import { copyCheckout } from './testing/copyCheckout';
import { runIn } from './testing/runIn';
import { courseText, describeOf } from '../../testbed/course/ofCourse';

const solution = courseText('solutions', '03-losses', 'losses.ts');
const skeleton = courseText('assignments', '03-losses', 'losses.ts');

/** `npm test`, `hand-in` and grading agree on a file that can't be graded or has another name. */
describeOf('03-losses')('a file that is not as it should be', () => {
  let checkout = '';
  beforeAll(() => {
    checkout = copyCheckout({ isBuilt: true });
  });
  afterAll(() => removeFolder(checkout));

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an await at its top',
      { 'losses.ts': `${solution}\nawait tf.ready();\n` },
      'delete this line, or its await: tfjs is ready already',
    ],
    [
      "tests of one's own for several arguments",
      { 'losses.ts': `${solution}\ntest.each([1])('%i', (one) => expect(one).toBe(1));\n` },
      'your own tests belong in a separate file',
    ],
    [
      "a hook of Jest's in a block",
      { 'losses.ts': `${solution}\n{ beforeEach(() => undefined); }\n` },
      'describe, it and expect exist only in Jest, and your file runs without it',
    ],
    [
      'an error while it loads',
      { 'losses.ts': `${solution}\nconst [first] = tf.scalar(1).data();\n` },
      'a promise is not a value yet: it has no entries, and operators do not work on it',
    ],
    ['two endings', { 'losses.ts': skeleton, 'losses.js': solution }, 'losses.js'],
    ['capitals', { 'Losses.TS': solution }, 'Losses.TS was graded as 03-losses/losses.ts'],
  ])('should be told alike in npm test, hand-in and grading: %s', (_what, files, sentence) => {
    const folder = join(checkout, 'assignments/03-losses');
    for (const name of ['losses.ts', 'losses.js', 'Losses.TS']) rmSync(join(folder, name), { force: true });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    // The tests of one function fail with their file, like all others.
    const npmTest = runIn(checkout, 'grader/student/jest/cli.js', '03-losses', '-t', 'ridgeLoss');
    expect(npmTest).toContain(sentence);
    expect(npmTest).not.toMatch(/Jest encountered|Cannot find module/);
    expect(npmTest.split(sentence).length - 1).toBeLessThanOrEqual(3);
    expect(runIn(checkout, 'grader/cli/bin.js', 'hand-in', '03-losses')).toContain(sentence);
    expect(runIn(checkout, 'grader/cli/bin.js', 'grade', '.', '-a', '03-losses')).toContain(sentence);
  });
});
