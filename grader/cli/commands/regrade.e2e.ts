import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { describeOf } from '../../testbed/course/ofCourse';
import { call, gradesOf, id, out, points, resultOf, textOf, withClass, withoutTimes } from '../testing/batchedClass';
import { runGrader } from '../testing/runGrader';

withClass();

describeOf(id)('regrade', () => {
  const args = ['regrade', out('regraded'), '--allow-weak-isolation'];
  beforeAll(() => {
    runGrader(call('first'));
    cpSync(out('first'), out('regraded'), { recursive: true });
    // Simulates a grade by an earlier version of the checks.
    const file = join(out('regraded'), 'results', 'alice.json');
    const result = JSON.parse(readFileSync(file, 'utf8')) as SubmissionResult;
    const [assignment] = result.assignments;
    const [exercise] = assignment?.exercises ?? [];
    if (assignment === undefined || exercise === undefined) throw new Error('alice has no result');
    Object.assign(exercise, { score: 7.5, status: 'failed' });
    Object.assign(assignment, { score: points - 2.5, specHash: 'older' });
    writeFileSync(file, JSON.stringify({ ...result, score: points - 2.5 }));
  });

  it('should show whose score changes and by how much, and leave the results as they are', () => {
    const { stdout, exitCode } = runGrader(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^1 of 7 results changes; totals are out of [\d.]+ points\n\nsubmission +before +after +change +because of\n/,
    );
    expect(stdout.replace(/ +/g, ' ')).toContain(
      `\nalice ${points - 2.5} ${points} +2.5 sgdStep 7.5 → 10 (failed → passed)\n`,
    );
    expect(stdout).toMatch(/Nothing was changed yet. To apply: grader regrade .* --write\n$/);
    expect(resultOf('regraded', 'alice.json').score).toBe(points - 2.5);
  });

  it('should replace the results with --write', () => {
    const { stdout, exitCode } = runGrader([...args, '--write']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('written to');
    expect(withoutTimes(textOf('regraded', 'alice.json'))).toBe(withoutTimes(textOf('first', 'alice.json')));
    expect(gradesOf('regraded')).toBe(gradesOf('first'));
    expect(readdirSync(out('regraded')).toSorted()).toEqual([
      '.gitignore',
      'batch.json',
      'grades.csv',
      'history',
      // Of '=frank', who could not keep the name.
      'owners.json',
      'report',
      'results',
    ]);
    const { stdout: json } = runGrader([...args, '--json', '-']);
    expect(JSON.parse(json)).toEqual({ compared: 7, maxBefore: points, maxAfter: points, moves: [] });
  });

  it('should refuse another seed', () => {
    const { stderr, exitCode } = runGrader([...args, '--seed', 'other']);
    expect(stderr).toMatch(
      /was graded with the hidden seed labelled [0-9a-f]{8}, but this one is [0-9a-f]{8}.*; give the same --seed\n$/,
    );
    expect(exitCode).toBe(2);
  });
});
