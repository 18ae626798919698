import { withBrokenNeighbours } from './withBrokenNeighbours';
import type { ExerciseStatus } from '../../types';

const result = (
  name: string,
  status: ExerciseStatus = 'failed',
  mistake?: object,
): { exercise: { name: string }; status: ExerciseStatus; mistake: object | undefined } => ({
  exercise: { name },
  status,
  mistake,
});

/** The loss calls the entropy, which calls the softmax. */
const calls: Readonly<Record<string, readonly string[]>> = { loss: ['entropy', 'softmax'], entropy: ['softmax'] };
const isCalled = (exercise: string, neighbour: string): boolean => calls[exercise]?.includes(neighbour) === true;
const told = (...results: readonly ReturnType<typeof result>[]): readonly (string | undefined)[] =>
  withBrokenNeighbours(results, isCalled).map(({ brokenNeighbour }) => brokenNeighbour);

describe('withBrokenNeighbours', () => {
  it('should name the neighbour to begin with', () => {
    expect(told(result('softmax'), result('entropy'), result('loss'))).toEqual([undefined, 'softmax', 'softmax']);
    expect(told(result('softmax', 'passed'), result('entropy'), result('loss'))).toEqual([
      undefined,
      undefined,
      'entropy',
    ]);
    expect(told(result('softmax', 'error'), result('loss', 'error'))).toEqual([undefined, 'softmax']);
  });

  it('should not name a neighbour that is not called, is right, or is still to do', () => {
    expect(told(result('hinge'), result('loss'))).toEqual([undefined, undefined]);
    expect(told(result('softmax', 'todo'), result('loss'))).toEqual([undefined, undefined]);
    expect(told(result('softmax'), result('loss', 'passed'))).toEqual([undefined, undefined]);
  });

  it('should not name one if a mistake is known, which may be its own', () => {
    expect(told(result('softmax'), result('loss', 'failed', {}))).toEqual([undefined, undefined]);
  });
});
