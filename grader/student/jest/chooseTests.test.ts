import { chooseTests } from './chooseTests';
import { patternOf } from './testNames';
import { summaryTexts } from './summaryTexts';

const assignments = [
  { id: '03-losses', exercises: ['softmax', 'softmaxLoss'] },
  { id: '07-schedules', exercises: ['suggestRate', 'withWarmup'] },
];
const choose = (args: readonly string[], isStaff = false): unknown =>
  chooseTests(args, assignments, summaryTexts.en, isStaff);

describe('chooseTests', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['03-losses'], ['03-losses']],
    // Whole names, and the suite that has them alone.
    [
      ['-t', 'softmax'],
      ['-t', patternOf('softmax'), '03-losses'],
    ],
    [['suggestRate'], ['-t', patternOf('suggestRate'), '07-schedules']],
    [
      ['03', '--silent', '-t', 'softmax'],
      ['03', '--silent', '-t', patternOf('softmax'), '03-losses'],
    ],
    [
      ['03-losses', '-t', 'softmax'],
      ['03-losses', '-t', patternOf('softmax')],
    ],
    // Names of checks are Jest's.
    [
      ['-t', 'softmaxLoss dW'],
      ['-t', 'softmaxLoss dW'],
    ],
  ])('should take %j for %j', (args, wanted) => {
    expect(choose(args)).toEqual({ status: 'chosen', args: wanted });
  });

  it.each([
    [['03-loses'], 'there is no assignment 03-loses; did you mean 03-losses?'],
    [['-t', 'sofmaxLoss'], 'there is no function sofmaxLoss; did you mean softmaxLoss?'],
    [['03-losses', '-t', 'suggestRate'], 'there is no function suggestRate; known: softmax, softmaxLoss'],
  ])('should know no %j', (args, message) => {
    expect(choose(args)).toEqual({ status: 'unknown', message });
  });

  it("should leave staff what may be one of the grader's own tests", () => {
    expect(choose(['-t', 'parseRow'], true)).toEqual({ status: 'chosen', args: ['-t', 'parseRow'] });
    expect(choose(['-t', 'softmax'], true)).toMatchObject({ args: ['-t', patternOf('softmax'), '03-losses'] });
  });

  it('should say so in Chinese', () => {
    const choice = chooseTests(['-t', 'sofmaxLoss'], assignments, summaryTexts.zh, false);
    expect(choice).toMatchObject({ message: '没有函数 sofmaxLoss：是不是指 softmaxLoss？' });
  });
});
