import { digitTemplates, regionsByNeighbors, regionsByScores } from '../../computations/classifier';
import { defineView } from '../kit';
import { classifierControls } from './controls';
import { plane, sentencesOf, templates } from './picture';
import { grid, pointsOf, type ClassifierData, type ClassifierState } from './state';
import { classifierTexts, type ClassifierTexts } from './texts';

/** Decision regions by scores and by neighbours, XOR and its lift, and templates of a linear classifier of digits. */
export const classifier = defineView<ClassifierState, ClassifierData, ClassifierTexts>({
  id: 'classifier',
  exercises: [
    'l1Distances',
    'l2Distances',
    'predictLabels',
    'linearScores',
    'predictClasses',
    'accuracy',
    'liftXor',
    'classTemplates',
  ],
  texts: classifierTexts,
  initial: {
    method: 'scores',
    layout: 'clouds',
    points: pointsOf('clouds'),
    adding: 0,
    k: 3,
    metric: 'l2Distances',
    steps: 30,
  },
  controls: classifierControls,
  compute: async ({ method, points, k, metric, steps }, call) => {
    const [regions, templates] = await Promise.all([
      method === 'neighbors'
        ? call(regionsByNeighbors, { points, grid, metric, k: Math.min(k, points.length) })
        : call(regionsByScores, { points, grid, lift: method === 'lifted' }),
      call(digitTemplates, { steps }),
    ]);
    return { regions, templates };
  },
  sentences: sentencesOf,
  figures: [plane, templates],
});
