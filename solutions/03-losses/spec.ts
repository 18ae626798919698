import { defineAssignment } from 'descent/author';
import { crossEntropy } from './crossEntropy.spec';
import { hingeLoss } from './hingeLoss.spec';
import { ridgeLoss } from './ridgeLoss.spec';
import { softmax } from './softmax.spec';
import { softmaxLoss } from './softmaxLoss.spec';

export default defineAssignment({
  id: '03-losses',
  title: 'Losses',
  file: 'losses.ts',
  exercises: [softmax, crossEntropy, hingeLoss, softmaxLoss, ridgeLoss],
});
