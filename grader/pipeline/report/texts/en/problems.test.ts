import type { ExerciseProblem, FileProblem, ThrownError } from '../../../types';
import { en } from '.';

const place = { file: 'losses.ts', line: 3, column: 10, text: '  return tf.softmax(scores);' };
const error: ThrownError = {
  name: 'ReferenceError',
  message: 'a is not defined',
  exercise: undefined,
  stack: '',
  place: undefined,
};

describe('the words for a problem', () => {
  it.each<[ExerciseProblem, string[]]>([
    [{ status: 'todo' }, ['is still to do']],
    [
      { status: 'needs-neighbour', neighbour: 'softmax' },
      ['needs softmax, still to do', 'your function calls softmax: write that one first'],
    ],
    [
      { status: 'missing-export', exports: [] },
      ['is not exported', 'the file exports nothing', 'write `export function …` with exactly this name'],
    ],
    [
      { status: 'missing-export', exports: ['a', 'b', 'c'] },
      ['is not exported', 'the file exports a, b and c', 'write `export function …` with exactly this name'],
    ],
    [
      { status: 'missing-export', exports: ['default'] },
      [
        'is not exported',
        'the file exports default',
        'what `export default` exports has no name: write `export function …` with exactly this name',
      ],
    ],
    [
      { status: 'not-a-function', got: 'number' },
      ['is not a function', 'it is exported as number: write `export function …` with this name'],
    ],
    [{ status: 'throws', error }, ['throws an error', 'ReferenceError: a is not defined']],
    [
      { status: 'forbidden-call', call: 'tf.softmax', place, through: [] },
      [
        'calls tf.softmax, which the course has you write yourself',
        'losses.ts:3:10',
        '  return tf.softmax(scores);',
        '         ^',
        'compute it from the formula instead; building blocks such as tf.exp and tf.sum are welcome',
        'the handout lists what is off limits',
      ],
    ],
    [
      { status: 'forbidden-call', call: 'tf.engine', place: undefined, through: [] },
      [
        'calls tf.engine, which is inside tfjs and no part of any exercise',
        'tf.tidy and tf.keep look after memory, and building blocks such as tf.exp and tf.sum compute',
        'the handout lists what is off limits',
      ],
    ],
    [
      { status: 'forbidden-call', call: 'model.fit', place: undefined, through: [] },
      [
        'calls model.fit, which returns a promise, and no one waits for it',
        "let an optimizer minimize a loss of the model's own output instead: optimizer.minimize(() => lossOf(model.apply(x, { training: true }))), in a loop",
      ],
    ],
    [
      { status: 'stopped', outcome: { status: 'memory' } },
      ['ran out of memory', 'do tensors or arrays grow in a loop? tf.tidy(() => …) frees what a step no longer needs'],
    ],
    [
      { status: 'stopped', outcome: { status: 'timeout', seconds: 10 } },
      ['did not finish', 'stopped after 10 s: is there a loop that never ends?'],
    ],
    [
      { status: 'stopped', outcome: { status: 'crashed', detail: 'exit code 0' } },
      ['crashed its process', 'exit code 0'],
    ],
    [
      { status: 'file', problem: { status: 'missing', file: '03-losses/losses.ts' } },
      [
        'not submitted',
        'there is no 03-losses/losses.ts',
        'give your file this name, or begin with the skeleton of the release',
      ],
    ],
  ])('of an exercise should be exactly these: %j', (problem, lines) => {
    expect(en.problem(problem)).toEqual(lines);
  });

  it('should name what never ends and keep what passed', () => {
    expect(en.hangs(['softmax', 'softmaxLoss'], 12, 40)).toEqual([
      'softmax and softmaxLoss › something started here never ends, so the checks stop',
      'is there an endless loop in an async function, a .then(…) or a timer?',
      '12 of 40 checks passed before',
    ]);
  });

  it('should name the helpers that a forbidden call goes through', () => {
    expect(en.problem({ status: 'forbidden-call', call: 'tf.grad', place, through: ['slope', 'help'] })[0]).toBe(
      'calls tf.grad through slope → help, which the course has you write yourself',
    );
  });

  it.each<[FileProblem, string[]]>([
    [
      { status: 'missing', file: '03-losses/losses.ts' },
      [
        'not submitted',
        'there is no 03-losses/losses.ts',
        'give your file this name, or begin with the skeleton of the release',
      ],
    ],
    [
      { status: 'ambiguous', candidates: ['a/losses.ts', 'b/losses.ts'] },
      ['more than one file fits', 'a/losses.ts', 'b/losses.ts', 'keep one of them'],
    ],
    [
      { status: 'unrecognised', file: '03-losses/losses.ts', candidates: [], found: ['hw.ipynb', 'notes.txt'] },
      [
        'there is no 03-losses/losses.ts',
        'what was handed in: hw.ipynb (notebook) and notes.txt',
        'give the right file its name and hand it in again',
      ],
    ],
    [
      { status: 'unrecognised', file: '03-losses/losses.ts', candidates: ['a.ts', 'b.ts'], found: ['a.ts', 'b.ts'] },
      ['it is not clear which file is 03-losses/losses.ts', 'a.ts', 'b.ts', 'keep one of them, under its right name'],
    ],
    [
      { status: 'unreadable', file: 'losses.ts', reason: 'it is a folder' },
      ["losses.ts can't be read", 'it is a folder'],
    ],
    [
      { status: 'does-not-compile', message: 'Expected ";"', place },
      [
        'does not compile',
        'Expected ";"',
        'losses.ts:3:10',
        '  return tf.softmax(scores);',
        '         ^',
        'nothing in the file can be graded until it compiles',
      ],
    ],
    [
      { status: 'does-not-compile', message: 'whatever', place: undefined, cause: { id: 'own-tests' } },
      [
        'does not compile',
        'your own tests belong in a separate file, such as mine.test.ts: only Jest knows describe and it',
        'nothing in the file can be graded until it compiles',
      ],
    ],
    [
      { status: 'does-not-compile', message: 'whatever', place: undefined, cause: { id: 'top-level-await' } },
      [
        'does not compile',
        'delete this line, or its await: tfjs is ready already, and a file may not wait while it loads',
        'nothing in the file can be graded until it compiles',
      ],
    ],
    [
      {
        status: 'does-not-compile',
        message: 'whatever',
        place: undefined,
        cause: { id: 'outside', path: '../../mine' },
      },
      [
        'does not compile',
        "'../../mine' lies outside the submission: a submission may import @tensorflow/tfjs, descent and its own files, such as ./helpers",
        'nothing in the file can be graded until it compiles',
      ],
    ],
    ...(
      [
        [{ id: 'computed-path' }, 'the path of an import() or require() must be written out in quotes'],
        [{ id: 'too-deep' }, 'the code is too deeply nested to be read'],
        [{ id: 'cannot-read', file: 'a.ts', reason: 'it is a folder' }, "a.ts can't be read: it is a folder"],
      ] as const
    ).map(([cause, said]): [FileProblem, string[]] => [
      { status: 'does-not-compile', message: 'whatever', place: undefined, cause },
      ['does not compile', said, 'nothing in the file can be graded until it compiles'],
    ]),
    [
      { status: 'does-not-load', error },
      [
        'throws an error while it loads',
        'ReferenceError: a is not defined',
        'nothing in the file can be graded until it loads',
      ],
    ],
  ])('of a file should be exactly these: %j', (problem, lines) => {
    expect(en.file(problem)).toEqual(lines);
  });
});
