import { pictureFor } from '../../testing/pictureFor';
import { solved, withMistake, withoutFunction } from '../../testing/students';
import { describeOf } from '../../../../testbed/course/ofCourse';
import { descent } from '.';
import { initialDescent as initial } from './state';

const only = (optimizer: (typeof initial.optimizers)[number]): typeof initial => ({
  ...initial,
  optimizers: [optimizer],
});

describeOf('06-optimizers')('the view of descents', () => {
  const student = solved('06-optimizers');

  it('should report where each path ends', async () => {
    // ½(x² + 20y²) at (−2, 1.2) is 2 + 14.4. SGD at α = 0.09 keeps 0.91 of x in each step and −0.8 of y:
    // ½·4·0.91^200 + ½·20·1.44·0.8^200 after 100 steps.
    const { sentences } = await pictureFor(descent, student, only('sgd'));
    expect(sentences).toEqual([
      'Valley (κ = 20), learning rate 0.09, from a loss of 16.4.',
      `SGD is at ${(2 * 0.91 ** 200 + 14.4 * 0.8 ** 200).toExponential(2)} after 100 steps.`,
    ]);
  });

  it('should show that momentum which adds the gradient diverges', async () => {
    const right = await pictureFor(descent, student, only('momentum'));
    const wrong = await pictureFor(descent, withMistake(student, '06-optimizers', 'momentumStep', 'gradient-added'), only('momentum')); // prettier-ignore
    expect(right.sentences.join()).not.toContain('diverges');
    // v = 0.09·(−2, 24) points outwards at once.
    expect(wrong.sentences).toContain('Momentum diverges: at step 1 it is higher than where it started, and climbing.');
  });

  it('should follow the path of tfjs where the two agree', async () => {
    const { sentences } = await pictureFor(descent, student, { ...only('momentum'), companion: true });
    const [own, companion] = sentences.slice(1).map((sentence) => /[\d.]+(?:e-\d+)?(?= after|\.$)/.exec(sentence)?.[0]);
    expect(own).toBeDefined();
    expect(companion).toBe(own);
  });

  it('should draw the others when one is still to do, and the path of tfjs for that one', async () => {
    const { figures, sentences } = await pictureFor(descent, withoutFunction(student, '06-optimizers', 'adamStep'));
    expect(sentences).toHaveLength(4);
    expect(sentences[3]).toMatch(/^tfjs's Adam comes to [\d.e-]+\.$/);
    const lines = ['<path class="line series-6 dashed', '<path class="line series-1', '<path class="line series-2'];
    for (const { drawing } of figures)
      expect([...drawing.markup.text.matchAll(/<path class="line series-\d(?: dashed)?/g)].map(String).toSorted()).toEqual(lines.toSorted()); // prettier-ignore
  });

  it('should not draw NaN', async () => {
    const { figures } = await pictureFor(descent, student, {
      ...initial,
      optimizers: ['sgd', 'momentum', 'nesterov', 'adam'],
      kappa: 1000,
      options: { ...initial.options, learningRate: 1 },
    });
    for (const { drawing } of figures) expect(drawing.markup.text).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('should say the same in Chinese', async () => {
    const { sentences } = await pictureFor(descent, student, only('sgd'), 'zh');
    expect(sentences.join('')).toBe(`山谷 (κ = 20)，学习率 0.09，起点的损失为 16.4。SGD 走 100 步后损失为 1.29e-8。`);
  });
});
