import pc from 'picocolors';
import { checkOutcomes } from '../checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../checks/testing';
import { tensor } from '../course/spec/values';
import { scoreAssignment, totalScore, type Score } from '../score';
import type { Assignment } from '../types';
import { toTerminal, type TerminalOptions } from './toTerminal';
import { zh } from './texts/zh';

const name = 'halveTheWeightsAndScale';
const exercise = exerciseOf({
  name,
  cases: [caseOf('a', [tensor([3])], tensor([6]))],
  checks: [referenceOf(undefined, ['a'], { points: 10 })],
});
const outcomes = new Map([['a', returned(tensor([5]))]]);
const result = {
  ...checkOutcomes(exercise, outcomes),
  mistake: { id: 'too-small', hints: ['Look.', 'Think.', 'Name.'], carriedFrom: undefined } as const,
};
const assignment: Assignment = {
  id: '01-nearest-neighbors',
  title: '',
  file: 'a.ts',
  scope: 'public',
  optional: true,
  specHash: '',
  exercises: [exercise],
};
const score: Score = totalScore([
  scoreAssignment({ assignment, status: 'graded', problem: undefined, exercises: [result] }),
]);
const shown = (options: Partial<TerminalOptions> = {}, of = score): string =>
  toTerminal(of, 'public', { colors: pc.createColors(false), plain: false, reader: 'student', ...options });

describe('toTerminal', () => {
  it("should not give a student the mistake's name, which is the last hint, in any language", () => {
    expect(shown()).toContain('Hint 1 of 3: Look.');
    for (const options of [{}, { texts: zh }]) expect(shown(options)).not.toMatch(/too-small|Name\./);
    expect(shown({ reader: 'staff' })).toContain('too-small');
  });

  it('should draw a table that fits 80 columns', () => {
    const table = shown().split('\n').slice(0, 5);
    expect(table.at(-1)).toMatch(/^└/);
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('should report no total if not everything could be graded', () => {
    const open = { ...score, score: null };
    expect(shown({}, open)).toContain('\n\nTotal: none yet, since not all could be graded\n\n');
    expect(shown({ texts: zh }, open)).toContain('\n\n总分：暂无，因为有内容无法评分\n\n');
  });

  it('should show no points for what has none before it is graded', () => {
    const [whole] = score.assignments;
    const exercises = whole?.exercises.map((one) => ({ ...one, score: 0, maxScore: 0 })) ?? [];
    const free = { ...score, assignments: score.assignments.map((one) => ({ ...one, exercises })) };
    expect(shown({ plain: true }, free)).toMatch(/halveTheWeightsAndScale +failed +–[^/]*\n/);
  });
});
