import type { Evaluation } from './evaluation';
import { execute } from './execute';

describe('a returned function', () => {
  const evaluation: Evaluation = { kind: 'calls', calls: [[2]], apply: [[1], [5]] };

  it('should be called with each list of arguments, and its results stand for it', () => {
    const multiplier = (factor: number) => (value: number) => factor * value;
    // 2·1 and 2·5
    expect(execute(multiplier, evaluation)).toMatchObject({ status: 'returned', values: [[2, 10]] });
  });

  it('should stand for itself when it is none', () => {
    expect(execute((factor: number) => factor, evaluation)).toMatchObject({ status: 'returned', values: [2] });
  });

  it('should be an error of the submission when it throws', () => {
    const broken = () => () => {
      throw new RangeError('too far');
    };
    expect(execute(broken, evaluation)).toMatchObject({
      status: 'threw',
      error: { name: 'RangeError', message: 'too far' },
    });
  });
});
