import { madeAssignment } from '../../testing/results';
import { madeResult } from '../testing/madeClass';
import { seededRandom } from '../../../descent';
import type { CheckJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report/submissionResult';
import { studentPage } from './studentPage';

const check: CheckJson = {
  id: 'penalty.loss',
  name: 'loss matches the reference',
  kind: 'reference',
  status: 'failed',
  visibility: 'hidden',
  points: 0,
  maxPoints: 2,
  relativeError: 0.0123456,
  threshold: 1e-9,
  message:
    'penalty › loss does not match   (hidden case 2)\n  smallest case   w = [7.375]\n  expected 42.25, got 41.25',
  studentMessage: 'penalty › “loss matches the reference” fails on a hidden case',
};
const exercise: ExerciseJson = {
  name: 'penalty',
  score: 0,
  maxScore: 2,
  status: 'failed',
  message: 'crashed its process\n  41.0625 it said',
  studentMessage: 'crashed its process',
  checks: [check],
  mistake: 'half-missing',
  hints: ['Where is the half?', 'The half eats the 2.', 'The half is missing.'],
  carriedFrom: null,
  durationMs: 3.1415,
};
function resultOf(changes: Partial<SubmissionResult>, ...exercises: readonly ExerciseJson[]): SubmissionResult {
  const { assignments: _made, ...base } = madeResult('alice', seededRandom(1));
  const rest = { optional: false, specHash: '', message: '', status: 'graded', score: 0, maxScore: 2 } as const;
  return { ...base, assignments: [{ id: '03-losses', ...rest, exercises: [...exercises] }], ...changes };
}

describe('studentPage', () => {
  it('should reveal no values of hidden cases', () => {
    const page = studentPage(resultOf({}, exercise));
    expect(page).toContain('fails on a hidden case');
    expect(page).toContain('on a hidden case</i>');
    for (const secret of ['42.25', '41.25', '7.375', '41.0625', '0.0123', 'e3b0c44298fc1c14'])
      expect(page).not.toContain(secret);
  });

  it('should show neither durations nor other students', () => {
    const page = studentPage(resultOf({}, exercise));
    expect(page).not.toContain('3.14');
    expect(page).not.toMatch(/href="(?!#|data:)/);
  });

  it('should show points, statuses and nested hints', () => {
    const page = studentPage(resultOf({ score: 0, maxScore: 2 }, exercise));
    for (const text of ['0 <span>of 2</span>', '<b class="failed">failed</b>', 'Hint 2 of 3', 'The half eats the 2.'])
      expect(page).toContain(text);
    // Mistake IDs are for staff, and in English only.
    expect(page).not.toContain('half-missing');
    // Nested, so that the last can't be opened without the others.
    expect(page.match(/<details class="hints">/g)).toHaveLength(3);
    expect(page).toMatch(/Hint 3 of 3(?:(?!Hint|<details).)*<\/details>\s*<\/details>\s*<\/details>\s*<\/div>/s);
    expect(page).toContain('<a href="#03-losses-1">03-losses › penalty</a>');
  });

  it('should offer a hint once, closed, and not in the message of each check too', () => {
    const hinted =
      'penalty › loss is wrong\n  Hint 1 of 3: Where is the half?   (next: npm run hint -- penalty)\n  Replay: …';
    const page = studentPage(resultOf({}, { ...exercise, checks: [{ ...check, studentMessage: hinted }] }));
    expect(page.match(/Where is the half\?/g)).toHaveLength(1);
    expect(page).toContain('<pre class="message"><span>penalty › loss is wrong\n</span><span>  Replay: …</span></pre>');
  });

  it('should leave the hints of a carried mistake in the original exercise', () => {
    const page = studentPage(resultOf({}, { ...exercise, carriedFrom: 'norm' }));
    expect(page).toContain('Follows from norm: fix that one first');
    // The last hint names the mistake.
    expect(page).not.toContain('half-missing');
    expect(page).not.toContain('The half eats the 2.');
  });

  it('should use the result’s language', () => {
    const page = studentPage(resultOf({ language: 'zh' }, exercise));
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('<b class="failed">未通过</b>');
    expect(page).toContain('提示 1/3：看哪里');
    expect(page).not.toMatch(/Hint|Where to start|passed</);
  });

  it.each([
    ['infrastructure', null, 'not graded', true],
    ['missing', null, 'missing', false],
    ['unrecognised', null, 'not recognised', false],
    ['unreadable', null, 'unreadable', false],
  ] as const)('should report why an assignment is %s', (status, score, word, ours) => {
    const one = madeAssignment('03-losses', [], { status, message: 'not submitted: <none>' });
    const page = studentPage(resultOf({ assignments: [one], score }));
    expect(page).toContain(`>${word}</b>`);
    expect(page).toContain('not submitted: &lt;none&gt;');
    expect(page.includes('cost you nothing')).toBe(ours);
  });

  it('should count missing assignments as to do, not as to fix', () => {
    const error: ExerciseJson = { ...exercise, status: 'error', score: null };
    const missing = madeAssignment('04-regularization', [error, error], { status: 'missing' });
    const page = studentPage(
      resultOf({ assignments: [...resultOf({}, exercise).assignments, missing], score: 0, maxScore: 4 }),
    );
    expect(page.match(/<dt>to (?:fix|do)<\/dt>\s*<dd>\d+/g)?.map((one) => one.replaceAll(/<[^>]*>|\s+/g, ''))).toEqual([
      'tofix1',
      'todo2',
    ]);
  });

  it('should show a student’s text only as text', () => {
    const evil = '<img src=x onerror=alert(1)>\u202e"';
    const page = studentPage(
      resultOf({ submission: evil }, { ...exercise, name: evil, mistake: evil, hints: [evil], studentMessage: evil, checks: [{ ...check, name: evil, studentMessage: evil }] }), // prettier-ignore
      { courseTitle: evil },
    );
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;�&quot;');
  });

  it('should praise a perfect result, and list nothing to fix', () => {
    const passed: ExerciseJson = {
      ...exercise,
      status: 'passed',
      checks: [],
      mistake: null,
      hints: [],
      studentMessage: '',
    };
    const page = studentPage(resultOf({}, passed));
    expect(page).toContain('Everything that was checked is right');
    expect(page).not.toContain('Fix these first');
  });
});
