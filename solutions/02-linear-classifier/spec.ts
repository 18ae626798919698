import { defineAssignment } from 'descent/author';
import { accuracy } from './accuracy.spec';
import { classTemplates } from './classTemplates.spec';
import { liftXor } from './liftXor.spec';
import { linearScores } from './linearScores.spec';
import { predictClasses } from './predictClasses.spec';

export default defineAssignment({
  id: '02-linear-classifier',
  title: 'Linear classifier',
  file: 'linear-classifier.ts',
  exercises: [linearScores, predictClasses, accuracy, classTemplates, liftXor],
});
