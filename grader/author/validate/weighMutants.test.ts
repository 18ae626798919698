import type { MutantJudgement } from '../mutants';
import { weighMutants } from './weighMutants';

const judgement = (after: string, caught: boolean, owner = 'f'): MutantJudgement => ({
  mutant: {
    owner,
    users: ['f'],
    operator: 'numbers',
    line: 3,
    before: 'a',
    after,
    edit: { start: 0, end: 1, text: after },
  },
  exercise: 'f',
  caught,
});
const caught = (count: number): MutantJudgement[] =>
  Array.from({ length: count }, (_, index) => judgement(`c${index}`, true));
const record = { function: 'f', before: 'a', after: 'b', reason: 'It is the same.' };

describe('weighMutants', () => {
  it('should accept 98 of 100, and list the two', () => {
    const { failures, survivors, figures } = weighMutants(
      '03-losses',
      [...caught(98), judgement('b', false), judgement('d', false)],
      [],
    );
    expect(failures).toEqual([]);
    expect(survivors.map(({ mutant: { after } }) => after)).toEqual(['b', 'd']);
    expect(figures).toEqual([{ exercise: 'f', made: 100, caught: 98, equivalent: 0, survivors: 2 }]);
  });

  it('should reject 97 of 99', () => {
    const { failures } = weighMutants('03-losses', [...caught(97), judgement('b', false), judgement('d', false)], []);
    expect(failures.map(({ what }) => what)).toEqual(['only 97 of 99 mutants are caught']);
    expect(failures[0]?.repair).toContain(
      'record in solutions/03-losses/equivalentMutants.json why nothing can: a list of { "function", "before"',
    );
  });

  it('should not count one that is recorded as equivalent', () => {
    const { failures, figures, survivors } = weighMutants('03-losses', [...caught(1), judgement('b', false)], [record]);
    expect(failures).toEqual([]);
    expect(survivors).toEqual([]);
    expect(figures).toEqual([{ exercise: 'f', made: 2, caught: 1, equivalent: 1, survivors: 0 }]);
  });

  it.each([
    ['is caught after all', judgement('b', true)],
    ["is another function's", judgement('b', false, 'g')],
  ])('should report a record whose mutant %s', (_, one) => {
    const { failures } = weighMutants('03-losses', [...caught(100), one], [record]);
    expect(failures.map(({ what }) => what)).toEqual([
      'the record of `a` → `b` in f fits no mutant that goes uncaught',
    ]);
  });
});
