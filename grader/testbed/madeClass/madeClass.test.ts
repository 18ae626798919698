import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planClass, writeClass, writeWork } from '.';
import { readCourse } from '../../pipeline/course';
import { readRoster } from '../../class/roster';
import { describeOf } from '../course/ofCourse';

const root = join(__dirname, '../../..');
const exercises = new Map([['03-losses', ['softmax', 'crossEntropy']]]);

describe('planClass', () => {
  it('should plan the same class for the same seed, and a different one for another', () => {
    expect(planClass(50, 7, exercises)).toEqual(planClass(50, 7, exercises));
    expect(planClass(50, 7, exercises)).not.toEqual(planClass(50, 8, exercises));
  });

  it('should give everyone a unique name', () => {
    const names = planClass(1000, 3, exercises).members.map(({ name }) => name);
    expect(new Set(names).size).toBe(1000);
  });

  it('should have every profile in a class of 200', () => {
    const { members, unplaced } = planClass(200, 1, exercises);
    const profiles = [
      'absent',
      'broken-archive',
      'empty',
      'half-done',
      'hostile',
      'mistaken',
      'partner',
      'right',
      'syntax-error',
    ];
    expect([...new Set(members.map(({ profile }) => profile))].toSorted()).toEqual(profiles);
    expect(members.some(({ hoursLate }) => hoursLate > 0)).toBe(true);
    expect(members.some(({ extensionHours }) => extensionHours > 0)).toBe(true);
    expect(unplaced).toHaveLength(2);
    // Each group has exactly two members.
    const groups = members.filter(({ group }) => group !== '').map(({ group }) => group);
    expect(groups).toHaveLength(2 * new Set(groups).size);
  });
});

describe('writeWork', () => {
  const solution = `export function one() {\n  // BEGIN SOLUTION: return 1\n  return 1;\n  // END SOLUTION\n}\n`;

  it('should keep a correct function, without markers', () => {
    expect(writeWork(solution, new Map([['one', 'right']]))).toBe('export function one() {\n  return 1;\n}\n');
  });

  it('should write a todo as in a skeleton', () => {
    expect(writeWork(solution, new Map([['one', 'todo']]))).toBe(
      "import { NotImplementedError } from 'descent';\nexport function one() {\n  throw new NotImplementedError('one');\n}\n",
    );
  });

  it('should reject an edit that does not match the solution', () => {
    const edit = { assignment: 'a', exercise: 'one', mistake: 'two', right: 'return 2', wrong: 'return 3' };
    expect(() => writeWork(solution, new Map([['one', edit]]))).toThrow(
      '"return 2" must appear exactly once in the solution of one',
    );
  });
});

describeOf('03-losses')('writeClass', () => {
  it('should write a folder or archive for each submission, and a roster with the times of each assignment', async () => {
    const course = await readCourse(root);
    const assignments = course.schedule.slice(0, 2).map(({ id }) => id);
    const folder = await mkdtemp(join(tmpdir(), 'descent-class-'));
    try {
      const { members, unplaced } = await writeClass(folder, {
        root,
        course,
        assignments,
        students: 30,
        seed: 2,
      });
      const handedIn = members.filter(({ profile }) => profile !== 'absent' && profile !== 'partner');
      expect(await readdir(join(folder, 'submissions'))).toHaveLength(handedIn.length + unplaced.length);
      const students = await readRoster(join(folder, 'roster.csv'));
      expect(students.map(({ id }) => id)).toEqual(members.map(({ id }) => id));
      for (const { id, due } of course.schedule.slice(0, 2)) {
        const late = students.filter((one) => (one.times?.get(id)?.submittedAt ?? due ?? 0) > (due ?? 0));
        const isLate = handedIn.filter(({ hoursLate }) => hoursLate > 0);
        expect(late.map((one) => one.id)).toEqual(isLate.map((one) => one.id));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
