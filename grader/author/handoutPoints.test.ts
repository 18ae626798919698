import type { Exercise } from '../pipeline/types';
import { withPoints, withRemark } from './handoutPoints';

const exercises = [
  { name: 'softmax', checks: [{ points: 2 }, { points: 0.5 }] },
  { name: 'hinge', checks: [{ points: 12 }] },
] as unknown as readonly Exercise[];

const handout = `# 03 · Losses

| function | points |
| --- | ---: |
| \`softmax(scores)\` |     10 |
| \`hinge(s)\` | 10 |
| \`softmax\` | 7 |
`;

describe('withPoints', () => {
  it('should write the points of functions into their rows only', () => {
    expect(withPoints(handout, exercises)).toBe(
      handout.replace('|     10 |', '|    2.5 |').replace('`hinge(s)` | 10', '`hinge(s)` | 12'),
    );
  });
});

describe('withRemark', () => {
  it.each([
    ['en', '> In this course the assignment is worth 14.5 points'],
    ['zh', '> 在本课程中，这次作业共 14.5 分'],
  ] as const)('should say under the heading what all are worth (%s)', (language, words) => {
    expect(withRemark(handout, exercises, language)).toContain(`# 03 · Losses\n\n${words}`);
  });
});
