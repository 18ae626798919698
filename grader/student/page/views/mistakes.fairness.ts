import { pictureFor } from '../testing/pictureFor';
import { solved, withMistake } from '../testing/students';
import { classifier } from './classifier';
import { pointsOf } from './classifier/state';
import { decay } from './decay';
import { fitting } from './fitting';
import { gradients } from './gradients';
import type { DefinedView, ViewTexts } from './kit';
import { losses } from './losses';
import { schedules } from './schedules';
import { training } from './training';
import { describeOf, itOf } from '../../../testbed/course/ofCourse';

interface Shown {
  readonly right: string;
  readonly wrong: string;
  /** Markup of all figures with the mistake. */
  readonly drawn: string;
}

/** A view's sentences with a solution, and with a known mistake in it. */
async function shown<State, Data, Texts extends ViewTexts>(
  view: DefinedView<State, Data, Texts>,
  [assignment, exercise, mistake]: readonly [string, string, string],
  state: Partial<State> = {},
  others: readonly string[] = [],
): Promise<Shown> {
  const student = solved(assignment, ...others);
  const given = { ...view.initial, ...state };
  const right = await pictureFor(view, student, given);
  const wrong = await pictureFor(view, withMistake(student, assignment, exercise, mistake), given);
  const drawn = wrong.figures.map(({ drawing }) => drawing.markup.text).join('');
  expect(drawn).not.toMatch(/="[^"]*(?:NaN|Infinity|undefined)/);
  expect(drawn).not.toBe(right.figures.map(({ drawing }) => drawing.markup.text).join(''));
  return { right: right.sentences.join(' '), wrong: wrong.sentences.join(' '), drawn };
}

describe('a known mistake', () => {
  itOf('01-nearest-neighbors')('should spoil the regions of the nearest neighbours', async () => {
    // If the nearest neighbour has no vote, a point does not decide its own class.
    const { right, wrong } = await shown(classifier, ['01-nearest-neighbors', 'predictLabels', 'nearest-left-out'], { method: 'neighbors', k: 1 }); // prettier-ignore
    expect(right).toContain('24 of 24 points');
    expect(wrong).not.toContain('24 of 24 points');
  });

  itOf('02-linear-classifier')('should leave XOR unsolved where the lift is a column of ones', async () => {
    const xor = { method: 'lifted', layout: 'xor', points: pointsOf('xor') } as const;
    const { right, wrong } = await shown(classifier, ['02-linear-classifier', 'liftXor', 'column-of-ones'], xor);
    expect(right).toContain('24 of 24 points');
    expect(wrong).not.toContain('24 of 24 points');
  });

  itOf('03-losses')('should overflow where softmax subtracts no maximum', async () => {
    const { right, wrong } = await shown(losses, ['03-losses', 'softmax', 'no-max-subtraction'], { scale: 1000 });
    expect(right).toContain('Softmax gives 1, 0, 0.');
    expect(wrong).toContain('Softmax gives NaN');
    expect(wrong).toContain('Your result is not finite');
  });

  itOf('04-regularization')('should pull the weights less where the gradient of L2 has no 2', async () => {
    const { right, wrong } = await shown(decay, ['04-regularization', 'l2Penalty', 'gradient-without-two']);
    // (H + 2λ)w = Hc with H = [1 0.8; 0.8 3], c = (1.6, 0.9), Hc = (2.32, 3.98) and λ = 1.2; and (H + λ)w.
    expect(right).toContain('L2 at (0.527, 0.659)');
    expect(wrong).toContain('L2 at (0.763, 0.802)');
  });

  itOf('04-regularization')('should fit as with a λ that is N times as strong', async () => {
    const { wrong } = await shown(fitting, ['04-regularization', 'ridgeSolution', 'strength-times-examples'], { lambda: 0.1 }); // prettier-ignore
    const { sentences } = await pictureFor(fitting, solved('04-regularization'), { ...fitting.initial, lambda: 1.2 });
    // There are 12 points.
    expect(wrong).toBe(sentences.join(' ').replace('λ = 1.2', 'λ = 0.1'));
  });

  itOf('05-gradients')('should have the slope of a forward difference where a central one is asked', async () => {
    const { right, wrong } = await shown(gradients, ['05-gradients', 'numericalGradient', 'one-sided']);
    // ½h²/6·|f‴/f′| = 1.7e-11 against ½h·|f″/f′| = 5.1e-6, at tan 0.8 = 1.03.
    expect(right).toMatch(/the central one by [\d.]+e-11/);
    expect(wrong).toContain('the forward difference is off by 5.1e-6, the central one by 5.1e-6');
  });

  itOf('07-schedules')('should turn a cosine up again', async () => {
    const { right, wrong } = await shown(schedules, ['07-schedules', 'cosineDecay', 'rises-again'], { step: 300, total: 200, warmup: 0 }); // prettier-ignore
    expect(right).toContain('cosine is at 0 in step 300');
    // ½·0.1·(1 + cos 1.5π)
    expect(wrong).toContain('cosine is at 0.05 in step 300');
  });

  itOf(
    '03-losses',
    '06-optimizers',
    '08-training',
  )('should stop training one epoch late', async () => {
    const others = ['03-losses', '06-optimizers'];
    const { right, wrong } = await shown(training, ['08-training', 'stoppingEpoch', 'one-epoch-late'], { epochs: 20, patience: 3 }, others); // prettier-ignore
    const epochOf = (text: string): number => Number(/would stop at epoch (\d+)/.exec(text)?.[1]);
    expect(epochOf(wrong)).toBe(epochOf(right) + 1);
  });
});

describeOf(
  '03-losses',
  '06-optimizers',
  '08-training',
)('the view of training', () => {
  const student = solved('03-losses', '06-optimizers', '08-training');

  it('should show a recorded file next to the live one, and reject another file', async () => {
    const [, , , , , , , file] = training.controls(training.initial, training.texts.en, undefined);
    const read = file?.kind === 'file' ? file.read : undefined;
    const record = JSON.stringify({ epochs: [{ epoch: 1, loss: 2 }, { epoch: 2, loss: 'NaN', validationAccuracy: 0.5 }] }); // prettier-ignore
    const say = async (text: string): Promise<string> => {
      const state = read?.({ ...training.initial, epochs: 1 }, text, 'run.json');
      return (await pictureFor(training, student, state)).sentences.join(' ');
    };
    expect(await say(record)).toContain('run.json has 2 epochs and ends at 50 % in validation.');
    expect(await say('{"no": 1}')).toContain('run.json is not a results file of npm run train');
    expect(await say('no JSON')).toContain('run.json is not a results file of npm run train');
  });
});
