/** Texts of `npm run train`. */
export const en = {
  starting: 'starting',
  trainingOn: (backend: string, why: string): string => `training on ${backend}: ${why}`,
  epoch: (done: number, all: number): string => `epoch ${done}/${all}`,
  step: (done: number, all: number): string => `step ${done}/${all}`,
  loss: (loss: string): string => `loss ${loss}`,
  accuracy: (now: string, best: string): string => `accuracy ${now} (best ${best})`,
  rate: (rate: string): string => `rate ${rate}`,
  speed: (perSecond: string, left: string): string => `${perSecond} steps/s  ${left} left`,
  took: (steps: number, seconds: string, backend: string | undefined, perSecond: string): string =>
    `${steps} steps in ${seconds}${backend === undefined ? '' : ` on ${backend}`}, ${perSecond} a second`,
  bestAccuracy: (accuracy: string, epoch: number): string =>
    `best validation accuracy ${accuracy}, after epoch ${epoch}`,
  endAccuracy: (accuracy: string): string => `validation accuracy ${accuracy} at the end`,
  results: (file: string): string => `results: ${file}`,
  curves: (file: string): string => `curves:  ${file}`,
  goOn: (command: string): string => `\`${command}\` resumes it`,
  stopped: 'stopped; the best weights so far are kept',
  stoppedAtOnce: 'stopped before the first step',
  diverged: (loss: string, step: number): string =>
    `the loss is ${loss} at step ${step}: the steps are too large; try a smaller --learning-rate, or look at the losses in the results`,
  needs: (id: string, why: string): string => `training needs ${id}: ${why}`,
  nothingToTrain: (id: string, command: string): string => `there is nothing to train in ${id}; try \`${command}\``,
  noFolder: (folder: string, id: string): string =>
    `there is no folder ${folder}; give --from the folder that holds ${id}`,
  plainSteps:
    'gradientDescent takes its own steps at a fixed rate: leave out --optimizer, --schedule and --warmup, or use --trainer trainMiniBatches',
  nothingToResume: 'there is no training to resume: none has finished an epoch',
  noFile: (file: string): string => `there is no file ${file}; name the results file of a training`,
  noRun: (file: string): string => `${file} is not the results file of a training that finished an epoch`,
  allDone: (name: string, epochs: number): string =>
    `${name} has finished all of its ${epochs} epochs; \`--epochs ${2 * epochs}\` adds more`,
  asItBegan: (flags: string): string => `--resume keeps the settings of the training; leave out ${flags}`,
  problem: {
    missing: (file: string, name: string): string =>
      `${file} exports no function ${name}, which training calls; write \`export function ${name}\``,
    todo: (name: string, file: string, caller: string | undefined, next: string): string =>
      `${name} in ${file} is still to do, and ${caller ?? 'training'} calls it: write it first (\`${next}\` checks it)`,
    throws: (name: string, file: string, message: string): string => `${name} in ${file} throws an error: ${message}`,
    'does-not-load': (file: string, message: string): string => `${file} throws an error while it loads: ${message}`,
    returns: (name: string, file: string, got: string, expected: string, next: string): string =>
      `${name} in ${file} returns ${got}, where training needs ${expected}; see \`${next}\``,
  },
  page: {
    title: (id: string): string => `Training of ${id}`,
    status: {
      finished: 'finished',
      interrupted: 'stopped early',
      diverged: 'ended: the loss is no longer finite',
      failed: 'ended by an error in one of your functions',
    },
    settings: 'Settings',
    curves: 'This training',
    lossTitle: 'Loss after each epoch',
    lossSays: (first: string, last: string, epochs: number): string =>
      `The mean loss of the batches goes from ${first} in the first epoch to ${last} in epoch ${epochs}; the thin line is each batch.`,
    loss: 'loss',
    accuracyTitle: 'Accuracy after each epoch',
    accuracySays: (train: string | undefined, validation: string, best: string, epoch: number): string =>
      `At the end ${train === undefined ? '' : `${train} of the training images and `}${validation} of the validation images are right; the best validation accuracy is ${best}, after epoch ${epoch}.`,
    accuracy: 'accuracy',
    ofEpoch: 'epoch',
    ofSecond: 'seconds',
    batches: 'batches',
    mean: 'mean',
    train: 'train',
    validation: 'validation',
    best: 'best',
    templates: 'What each class looks for',
    templatesSay:
      'The best weights of each class, drawn by your own classTemplates: bright pixels are evidence for the class, dark ones against it.',
    digit: (digit: number): string => `digit ${digit}`,
    noTemplates: (id: string): string => `Write classTemplates of ${id}, and the weights are drawn here as images.`,
    runs: 'Your runs',
    runsSay: (shown: number, all: number): string =>
      `The last ${shown} of ${all} stored runs, this one as the thick line.`,
    runsByEpoch: 'Validation accuracy by epochs',
    runsBySecond: 'Validation accuracy by seconds',
    runsPicture: (runs: number, best: string, accuracy: string): string =>
      `${runs} runs; the best is ${best} with ${accuracy}.`,
    run: 'run',
    howSet: 'settings',
    epochs: 'epochs',
    seconds: 'seconds',
    thisRun: (name: string): string => `${name} (this one)`,
  },
};

export type TrainTexts = typeof en;
