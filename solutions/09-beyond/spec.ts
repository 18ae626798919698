import { defineAssignment } from 'descent/author';
import { batchNorm } from './batchNorm.spec';
import { batchNormBackward } from './batchNormBackward.spec';
import { flipHorizontally } from './flipHorizontally.spec';
import { invertedDropout } from './invertedDropout.spec';

export default defineAssignment({
  id: '09-beyond',
  title: 'Beyond: dropout, batch normalization, augmentation',
  file: 'beyond.ts',
  optional: true,
  exercises: [invertedDropout, batchNorm, batchNormBackward, flipHorizontally],
});
