import type { NamedRun, TrainingRun } from '../readResults';
import { trainingPage, type TrainingPageOptions } from './trainingPage';

const config: TrainingRun['config'] = {
  ...{ trainer: 'trainMiniBatches', optimizer: 'adamW', learningRate: 0.02, schedule: 'cosine', warmupSteps: 5 },
  ...{ epochs: 2, batchSize: 100, lambda: 0.5, weightDecay: 0.01, seed: 3 },
};

/** A run of two epochs of two steps. */
function runOf(name: string, change: Partial<TrainingRun> = {}): NamedRun {
  const epoch = (number: number, validationAccuracy: number): TrainingRun['epochs'][number] => ({
    ...{ epoch: number, step: 2 * number, seconds: number, loss: 1 / number, trainAccuracy: 0.99, validationAccuracy },
  });
  return {
    name,
    run: {
      ...{ schemaVersion: 1, assignment: '08-training', status: 'finished', config, seconds: 2 },
      steps: { loss: [2, 1.5, 1, 0.5], learningRate: [1, 1, 1, 1] },
      epochs: [epoch(1, 0.9), epoch(2, 0.95)],
      best: { epoch: 2, step: 4, validationAccuracy: 0.95, W: { shape: [1], values: [0] } },
      ...{ last: null, templates: null, resumed: null },
      ...change,
    },
  };
}

const options: TrainingPageOptions = { language: 'en', earlier: [], summary: 'one\ntwo', templatesProblem: undefined };
const own = runOf('08-training-4.json');
/** Labels are at the ends of lines. */
const namesAtLines = (page: string): readonly (string | undefined)[] =>
  [...page.matchAll(/<text class="label series-\d"[^>]*>([^<]+)</g)].map(([, name]) => name);

describe('trainingPage', () => {
  it('should draw loss and accuracy, and describe them in words', () => {
    const page = trainingPage(own, options);
    expect(page).toContain('adamW, cosine 0.02, warmup 5, batch 100, λ 0.5, weight decay 0.01, seed 3');
    expect(page).toContain('The mean loss of the batches goes from 1 in the first epoch to 0.5 in epoch 2');
    expect(page).toContain('99.0 % of the training images and 95.0 % of the validation images are right');
    expect(new Set(namesAtLines(page))).toEqual(new Set(['batches', 'mean', 'train', 'validation']));
    expect(page).toContain('Write classTemplates of 02-linear-classifier, and the weights are drawn here as images.');
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('should draw the templates, one per class, or report the problem with classTemplates', () => {
    const images = { shape: [10, 8, 8, 1], values: Array.from({ length: 640 }, (_, index) => index % 256) };
    const page = trainingPage(runOf('a.json', { templates: { status: 'drawn', images } }), options);
    expect(page.match(/<g class="pixels"/g)?.length).toBe(10);
    expect(page.match(/<rect [^>]*fill="rgb/g)?.length).toBe(640);
    expect(trainingPage(own, { ...options, templatesProblem: 'is <still> to do' })).toContain('is &lt;still&gt; to do');
  });

  it('should show several runs in one picture, without those that a later one resumed', () => {
    const earlier = [runOf('08-training-1.json'), runOf('08-training-2.json'), runOf('08-training-3.json', { epochs: [] })]; // prettier-ignore
    const page = trainingPage(runOf('08-training-4.json', { resumed: '08-training-2.json' }), { ...options, earlier });
    expect(namesAtLines(page).filter((name) => name?.startsWith('#'))).toEqual(['#1', '#4', '#1', '#4']);
    expect(page).toContain('08-training-4.json (this one)');
    expect(page).not.toContain('08-training-2.json');
  });

  it('should be in Chinese for Chinese readers', () => {
    const page = trainingPage(own, { ...options, language: 'zh', earlier: [runOf('08-training-1.json')], summary: '' });
    expect(page).toContain('<html lang="zh-CN">');
    const text = page.replace(/<style>[^]*<\/style>|<[^>]*>/g, ' ');
    // Only names of files and settings remain.
    expect(text.match(/[a-z]{3,}/gi)?.filter((word) => !/training|json|adamW|cosine|warmup|batch|weight|decay|seed|class|linear|Templates|classifier/i.test(word))).toEqual([]); // prettier-ignore
  });

  it('should show a run that ended in its first epoch', () => {
    const page = trainingPage(runOf('a.json', { status: 'interrupted', epochs: [], best: null, steps: { loss: [2], learningRate: [1] } }), options); // prettier-ignore
    expect(page).toContain('stopped early');
    expect(page.replace(/<style>[^]*<\/style>/, '')).not.toMatch(/="[^"]*(NaN|Infinity|undefined)/);
  });
});
