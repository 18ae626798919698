import type { ExerciseAnswers, Runner } from '../../pipeline/sandbox';
import type { Outcome } from '../../pipeline/types';
import { withRecall } from './withRecall';

const returned: Outcome = {
  status: 'returned',
  values: [],
  observed: {
    leakedTensors: 0,
    kernels: 0,
    changedInputs: [],
    disposedInputs: [],
    returnedInputs: [],
    callbackCalls: [],
  },
};
const stopped: Outcome = { status: 'timeout', seconds: 5 };
const answer = (durationMs: number, outcome: Outcome): ExerciseAnswers => ({
  status: 'answered',
  outcomes: new Map([['public/a', outcome]]),
  durationMs,
});
const script = (train: string, step: string): string =>
  `exports.train = train; exports.step = step; function train() { return ${train}; } function step() { return ${step}; }`;
const question = (exercise: string): Parameters<Runner['run']>[1][number] => ({ exercise, banned: [], next: () => [] });

/** The calls of a runner while these scripts are saved one after the other. */
async function askedFor(scripts: readonly string[], given: ExerciseAnswers): Promise<readonly (readonly string[])[]> {
  const asked: string[][] = [];
  const runner: Runner = {
    run: (_code, questions) => {
      asked.push(questions.map(({ exercise }) => exercise));
      return Promise.resolve({
        status: 'asked',
        answers: new Map(
          questions.map(({ exercise }) => [exercise, exercise === 'train' ? given : answer(5, returned)]),
        ),
      });
    },
  };
  const recalled = new Map<string, ExerciseAnswers>();
  for (const code of scripts) {
    const answers = await withRecall(runner, recalled, ['train', 'step']).run(
      code,
      ['train', 'step'].map(question),
      () => undefined,
    );
    expect(answers.status === 'asked' && [...answers.answers.keys()].toSorted()).toEqual(['step', 'train']);
  }
  return asked;
}

describe('withRecall', () => {
  it('should run a slow function again only if its code changed', async () => {
    const scripts = [script('1', '1'), script('1', '2'), script('3', '2')];
    expect(await askedFor(scripts, answer(5000, returned))).toEqual([['train', 'step'], ['step'], ['train', 'step']]);
  });

  it.each([
    ['quick', answer(5, returned)],
    ['stopped', answer(5000, stopped)],
  ])('should ask again what was %s', async (_what, given) => {
    const again = [script('1', '1'), script('1', '2')];
    expect(await askedFor(again, given)).toEqual([
      ['train', 'step'],
      ['train', 'step'],
    ]);
  });
});
