import type { AssignmentOnPage } from '../document/settings';
import { viewsOf } from './viewsOf';

const course = (exercises: readonly string[], formerNames: AssignmentOnPage['formerNames'] = {}): readonly string[] =>
  viewsOf({
    title: '',
    assignments: [{ id: '11-mine', title: { en: '', zh: '' }, file: 'mine.ts', exercises, formerNames, skeleton: '' }],
  }).map(({ id }) => id);

describe('viewsOf', () => {
  it('should show exactly the views that have a function in the course', () => {
    expect(course(['focalLoss'])).toEqual([]);
    expect(course(['softmax'])).toEqual(['losses']);
  });

  it('should know a function by a former name', () => {
    expect(course(['probabilities'], { probabilities: ['softmax'] })).toEqual(['losses']);
  });
});
