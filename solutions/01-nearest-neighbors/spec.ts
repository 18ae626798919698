import { defineAssignment } from 'descent/author';
import { chooseHyperparameters } from './chooseHyperparameters.spec';
import { l1Distances, l2Distances } from './distances.spec';
import { predictLabels } from './predictLabels.spec';
import { splitDataset } from './splitDataset.spec';

export default defineAssignment({
  id: '01-nearest-neighbors',
  title: 'Nearest neighbors',
  file: 'nearest-neighbors.ts',
  exercises: [l1Distances, l2Distances, predictLabels, splitDataset, chooseHyperparameters],
});
