import { readQuestions } from '../../pipeline/questions';
import { proveQuestions, untranslated } from './questionClaims';
import { tinySpec } from './testing/tinySpec';

const fair = `
shift:
  points: 2
  prompt: { en: What changes?, zh: 什么会变？ }
  choices:
    a: { text: '1', feedback: { en: No., zh: 不对。 } }
    b: { text: '2', right: true }
rate:
  points: 1
  prompt: { en: Which rate?, zh: 哪个学习率？ }
  number: 0.1
  tolerance: 0.005
  accepts: [0.1]
  refuses: [0.2]
name:
  points: 1
  prompt: { en: Which name?, zh: 什么名称？ }
  patterns: ['weight[ -]?decay']
  accepts: [weight-decay]
  refuses: [decay]
`;
const specWith = (text: string) => ({ ...tinySpec(), questions: readQuestions(text, 'questions.yaml') });
const found = (text: string): readonly string[] =>
  proveQuestions(specWith(text)).map(({ exercise = '', what }) => `${exercise}: ${what}`);

describe('proveQuestions', () => {
  it('should prove fair questions, and none', () => {
    expect(found(fair)).toEqual([]);
    expect(proveQuestions(tinySpec())).toEqual([]);
    expect(untranslated(specWith(fair))).toEqual([]);
  });

  it.each([
    [', feedback: { en: No., zh: 不对。 }', '', 'shift: nothing is said of the wrong choice a'],
    ["    a: { text: '1', feedback: { en: No., zh: 不对。 } }\n", '', 'shift: there is nothing to choose from'],
    ['points: 2', 'points: 0.3', 'shift: it is worth 0.3 points'],
    ['\nshift:', '\nweigh:', 'weigh: there is an exercise of that name'],
    ['refuses: [0.2]', 'refuses: [0.104]', 'rate: the wrong answer 0.104 is taken'],
    ['accepts: [0.1]', 'accepts: [0.11]', 'rate: the right answer 0.11 is refused'],
    ['  refuses: [decay]\n', '', 'name: it has no `refuses`'],
    ['accepts: [weight-decay]', 'accepts: [weight  decay, L2]', 'name: the right answer L2 is refused'],
    ["'weight[ -]?decay'", "'.*decay'", 'name: the wrong answer decay is taken'],
  ])('should say what is unfair: %s → %s', (from, to, what) => {
    expect(fair).toContain(from);
    expect(found(fair.replace(from, to))).toEqual([what]);
  });

  it('should report texts without Chinese, but not numbers', () => {
    expect(untranslated(specWith(fair.replace('{ en: Which rate?, zh: 哪个学习率？ }', 'Which rate?')))).toEqual([
      'rate: 1 of its texts have no Chinese; write them as `en: …` and `zh: …`',
    ]);
  });
});
