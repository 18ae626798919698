import { canvas } from './canvas';
import type { ExportInput } from './format';
import { gapNotes, handedIn, pointsFor } from './gradebook';
import { narrowGrade } from './narrow';
import { inputWith } from './testing/fixture';
import { writeClass } from './testing/writeClass';

/** An input where no one handed in 09-beyond. */
function withoutBeyond(options: Partial<ExportInput['options']> = {}, more: Partial<ExportInput> = {}): ExportInput {
  const input = inputWith(options);
  const grades = input.grades.map((grade) => ({
    ...grade,
    assignments: grade.assignments.map((one) =>
      one.id === '03-losses' ? one : { ...one, final: null, raw: null, status: 'missing' as const },
    ),
  }));
  return { ...input, grades, ...more };
}

describe('handedIn', () => {
  it('should leave out and list assignments that no one handed in', () => {
    const assignments = inputWith().assignments.map((one) => ({ ...one, isDue: one.id === '03-losses' }));

    expect(handedIn(withoutBeyond())).toEqual({ ids: ['03-losses'], notes: ['no one handed in, left out: 09-beyond'] });
    expect(handedIn(withoutBeyond({}, { assignments })).notes).toEqual([
      'no one handed in, left out: 09-beyond (not due yet)',
    ]);
  });

  it.each([{ isNamed: true }, { absent: 0 }])('should require a confirmation with %j', (options) => {
    expect(() => handedIn(withoutBeyond(options))).toThrow(
      'no one handed in 09-beyond; name other assignments with --assignment, or add --confirm-absent if this is right',
    );
    expect(handedIn(withoutBeyond({ ...options, isAbsentConfirmed: true })).ids).toEqual(['03-losses', '09-beyond']);
  });

  it('should not give points to absent students while work is unmatched', () => {
    const known = withoutBeyond({ absent: 0, isNamed: true }, { assignments: inputWith().assignments.slice(0, 1) });
    const grades = known.grades.filter(({ status }) => status !== 'unmatched');

    expect(() => handedIn(known)).toThrow(
      'work that matches no one may belong to students who look absent: zz; match it',
    );
    expect(() => handedIn({ ...known, grades, notImported: ['doejane (user 7)'] })).toThrow('doejane (user 7)');
    expect(handedIn({ ...known, grades }).ids).toEqual(['03-losses']);
  });

  it('should not treat students as absent before they are graded', () => {
    expect(() => handedIn(withoutBeyond({ absent: 0 }, { pending: ['f6'] }))).toThrow(
      'not graded yet, so not necessarily absent: f6; finish the batch',
    );
  });
});

describe('pointsFor', () => {
  const pointsOf = (id: string, options: Partial<ExportInput['options']> = {}, isDue = true): number | undefined => {
    const input = inputWith(options);
    const grade = input.grades.find(({ student }) => student?.id === id);
    const assignments = input.assignments.map((one) => ({ ...one, isDue }));
    return grade === undefined ? undefined : pointsFor(grade, '03-losses', { ...input, assignments });
  };

  it('should be undefined for absent students, unless they get points', () => {
    expect(pointsOf('f6')).toBeUndefined();
    expect(pointsOf('c3')).toBeUndefined();
    expect(pointsOf('f6', { absent: 0 })).toBe(0);
    expect(pointsOf('c3', { absent: 0 })).toBe(0);
  });

  it('should be undefined before the due date, and when the grader failed', () => {
    expect(pointsOf('f6', { absent: 0 }, false)).toBeUndefined();
    expect(pointsOf('e5', { absent: 0 })).toBeUndefined();
  });
});

describe('gapNotes', () => {
  it('should list undecided students separately', () => {
    const input = inputWith();
    const grades = input.grades.map((grade) =>
      grade.student?.id === 'f6' ? { ...grade, status: 'undecided' as const } : grade,
    );

    const notes = gapNotes({ ...input, grades }, ['03-losses']);
    expect(notes).toContainEqual(expect.stringMatching(/^1 needs a person, since it is uncertain .*: f6$/));
    expect(notes.join()).not.toContain('handed in nothing');
  });

  it('should list unrecognised files separately from absent students', () => {
    const input = inputWith();
    const grades = input.grades.map((grade) =>
      grade.student?.id === 'c3'
        ? { ...grade, assignments: grade.assignments.map((one) => ({ ...one, status: 'unrecognised' as const })) }
        : grade,
    );

    expect(gapNotes({ ...input, grades }, ['03-losses'])).toContain(
      '1 needs a person, since no file was recognised; left without a grade: c3',
    );
  });
});

describe('canvas, with --assignment', () => {
  it('should write no row for students without a grade', () => {
    const input = inputWith({ isNamed: true });
    const ids = ['03-losses'];
    const { text } = writeClass(canvas, {
      ...input,
      grades: input.grades.map((one) => narrowGrade(one, ids)),
      assignments: input.assignments.filter(({ id }) => ids.includes(id)),
    });
    expect(text).not.toMatch(/,(?:c3|e5|f6),/);
  });
});
