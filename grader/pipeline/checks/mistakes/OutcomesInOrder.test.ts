import { returned } from '../../../execution';
import type { Outcome } from '../../types';
import { OutcomesInOrder } from './OutcomesInOrder';

describe('OutcomesInOrder', () => {
  const asked: string[] = [];
  function* find(...ids: readonly string[]): Generator<[string, Outcome], void> {
    for (const id of ids) {
      asked.push(id);
      yield [id, returned([id])];
    }
  }
  beforeEach(() => asked.splice(0));

  it('should compute only the requested outcome and those before it', () => {
    const outcomes = new OutcomesInOrder(find('a', 'b', 'c'));
    expect(outcomes.get('b')).toEqual(returned(['b']));
    expect(outcomes.get('a')).toEqual(returned(['a']));
    expect(asked).toEqual(['a', 'b']);
  });

  it('should compute each once and contain no others', () => {
    const outcomes = new OutcomesInOrder(find('a', 'b'));
    expect(outcomes.get('c')).toBeUndefined();
    expect(outcomes.get('a')).toEqual(returned(['a']));
    expect(asked).toEqual(['a', 'b']);
  });
});
