import type { Tensor2D } from '@tensorflow/tfjs';
import type { LoadedBackend } from '../../backends';
import { files } from '../../../curriculum/training';
import type { TrainingConfig } from '../config';
import type { TrainingJob } from '../messages';
import { digitsWithBias, shapeOfW, type Digits } from './digits';
import { toMemory, toTensor } from './jsonTensors';
import { learningRates } from './learningRates';
import { optimizerStep } from './optimizerStep';
import type { Reporter } from './Reporter';
import { fieldsOf, requireTensor } from './requireTensor';
import type { StudentCode } from './StudentCode';
import { StudentError, TrainingEnd } from './StudentError';
import { templateDrawer } from './templates';
import { gradientDescentTraining, miniBatchTraining } from './trainers';
import { Watcher } from './Watcher';

/**
 * Trains a linear softmax classifier on the digits with the student's loss, optimizer, schedule and trainer.
 *
 * A trainer is one synchronous call; progress is observed through the functions that it gets.
 *
 * @throws StudentError if one of the student's functions is missing, to do, throws or returns something else
 */
export function fitDigits(
  backend: LoadedBackend,
  student: StudentCode,
  { config, start }: Pick<TrainingJob, 'config' | 'start'>,
  reporter: Reporter,
): void {
  const { tf } = backend;
  const { train, validation } = digitsWithBias(tf, config.seed);
  const [count, features] = train.x.shape;
  const stepsPerEpoch = config.trainer === 'gradientDescent' ? 1 : Math.ceil(count / config.batchSize);
  const watcher = new Watcher({
    ...{ reporter, stepsPerEpoch, epochs: config.epochs, start },
    measure: (W) => ({ trainAccuracy: accuracyOf(tf, W, train), validationAccuracy: accuracyOf(tf, W, validation) }),
    draw: student.has(files.linearClassifier.id) ? templateDrawer(tf, student) : undefined,
  });
  const begun = {
    initialW: (start === undefined ? tf.zeros(shapeOfW) : toTensor(tf, start.last.W)) as Tensor2D,
    memory: toMemory(tf, start?.last.memory ?? null),
    epochs: start?.last.epoch ?? 0,
    steps: start?.last.step ?? 0,
  };
  const context = { student, config, ...train, begun, watcher };
  const run =
    config.trainer === 'gradientDescent'
      ? gradientDescentTraining(context)
      : miniBatchTraining(
          context,
          optimizerStep(tf, student, config),
          learningRates(student, config, config.epochs * stepsPerEpoch),
        );
  reporter.tell({
    type: 'started',
    backend: { name: backend.name, why: backend.why, version: backend.version },
    data: { train: count, validation: validation.x.shape[0], features, classes: shapeOfW[0] },
    stepsPerEpoch,
  });
  watcher.start();
  try {
    const { W, lossHistory } = resultOf(run(), config);
    watcher.finish(W, lossHistory);
  } catch (error) {
    // The reason for the end was already reported.
    if (!(error instanceof TrainingEnd)) throw error;
  }
}

function resultOf(
  result: unknown,
  { trainer }: TrainingConfig,
): { readonly W: Tensor2D; readonly lossHistory: number[] } {
  const place = { assignment: files.training.id, exercise: trainer };
  const { W, lossHistory } = fieldsOf(result);
  if (!Array.isArray(lossHistory)) {
    throw new StudentError({
      status: 'returns',
      ...place,
      expected: 'lossHistory, a list of numbers',
      got: 'a lossHistory that is no list',
    });
  }
  return { W: requireTensor(W, shapeOfW, 'W', place) as Tensor2D, lossHistory: lossHistory.map(Number) };
}

function accuracyOf(tf: LoadedBackend['tf'], W: Tensor2D, { x, y }: Digits): number {
  // Scores (C, N): one column per image.
  const right = tf.tidy(() => W.dot<Tensor2D>(x.transpose()).argMax(0).equal(y).sum().dataSync()[0] ?? NaN);
  return right / y.size;
}
