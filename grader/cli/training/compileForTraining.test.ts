import { withFiles } from '../../files/testing/withFiles';
import { neededFiles, trainTexts } from '../../student/training';
import { compileForTraining } from './compileForTraining';
import { toConfig, type TrainOptions } from './trainOptions';

const texts = trainTexts('en');
const options: TrainOptions = {
  optimizer: 'sgd',
  schedule: 'constant',
  warmup: 0,
  epochs: 30,
  batchSize: 100,
  lambda: 0,
  weightDecay: 0,
  trainer: 'trainMiniBatches',
  seed: 1,
  open: false,
};
const config = toConfig(options, texts);
const [needed = { id: '', file: '' }] = neededFiles(config);

describe('compileForTraining', () => {
  it('should find a function under its name from an earlier release', () => {
    const others = Object.fromEntries(neededFiles(config).map(({ id, file }) => [`${id}/${file}`, 'export {};']));
    const files = { ...others, [`${needed.id}/${needed.file}`]: 'export function learn(): number { return 42; }' };
    return withFiles(files, async (folder) => {
      const exercises = [{ name: 'train', formerNames: ['learn'] }];
      const compiled = await compileForTraining(folder, config, texts, () => Promise.resolve(exercises));
      expect(compiled.get(needed.id)?.code).toMatch(/\btrain: \(\) =>/);
    });
  });
});
