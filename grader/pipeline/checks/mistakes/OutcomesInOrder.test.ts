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

  it('should find out no more than what is asked for and what comes before', () => {
    const outcomes = new OutcomesInOrder(find('a', 'b', 'c'));
    expect(outcomes.get('b')).toEqual(returned(['b']));
    expect(outcomes.get('a')).toEqual(returned(['a']));
    expect(asked).toEqual(['a', 'b']);
  });

  it('should find out each once, and know nothing of others', () => {
    const outcomes = new OutcomesInOrder(find('a', 'b'));
    expect(outcomes.get('c')).toBeUndefined();
    expect(outcomes.has('c')).toBe(false);
    expect([...outcomes].map(([id]) => id)).toEqual(['a', 'b']);
    expect(outcomes.size).toBe(2);
    expect(asked).toEqual(['a', 'b']);
  });

  it('should be a map like others to whoever goes through it', () => {
    const outcomes = new OutcomesInOrder(find('a', 'b'));
    const visited: string[] = [];
    outcomes.forEach((_outcome, id) => visited.push(id));
    expect(visited).toEqual([...outcomes.keys()]);
    expect([...outcomes.values()]).toEqual([returned(['a']), returned(['b'])]);
  });
});
