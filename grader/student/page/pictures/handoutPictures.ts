import { classifier } from '../views/classifier';
import { pointsOf } from '../views/classifier/state';
import { decay } from '../views/decay';
import { descent } from '../views/descent';
import { fitting } from '../views/fitting';
import { gradients } from '../views/gradients';
import { losses } from '../views/losses';
import { schedules } from '../views/schedules';
import { training } from '../views/training';
import { fromView, type HandoutPicture } from './HandoutPicture';
import { normalizationPicture } from './normalization';

/** All pictures of handouts. */
export const handoutPictures: readonly HandoutPicture[] = [
  fromView(classifier, {
    ...{ assignment: '01-nearest-neighbors', name: 'neighbors', figures: ['classifier-plane'] },
    state: { method: 'neighbors', k: 1 },
  }),
  fromView(classifier, { assignment: '02-linear-classifier', name: 'views' }),
  fromView(classifier, {
    ...{ assignment: '02-linear-classifier', name: 'xor', figures: ['classifier-plane'] },
    state: { method: 'lifted', layout: 'xor', points: pointsOf('xor') },
  }),
  fromView(losses, { assignment: '03-losses', name: 'losses' }),
  fromView(decay, {
    ...{ assignment: '04-regularization', name: 'penalties', figures: ['decay-curves', 'decay-shapes'] },
  }),
  fromView(fitting, { assignment: '04-regularization', name: 'fitting' }),
  fromView(gradients, { assignment: '05-gradients', name: 'differences' }),
  fromView(descent, {
    ...{ assignment: '06-optimizers', name: 'descent' },
    state: {
      optimizers: ['sgd', 'momentum', 'nesterov', 'adam'],
      steps: 60,
      options: { ...descent.initial.options, learningRate: 0.065 },
    },
  }),
  fromView(schedules, { assignment: '07-schedules', name: 'schedules' }),
  fromView(training, {
    ...{ assignment: '08-training', name: 'training' },
    needs: { '03-losses': 'losses.ts', '06-optimizers': 'optimizers.ts' },
  }),
  normalizationPicture,
];
