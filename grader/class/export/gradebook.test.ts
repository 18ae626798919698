import { canvas } from './canvas';
import type { ExportInput } from './format';
import { gapNotes, handedIn, pointsFor } from './gradebook';
import { narrowGrade } from './narrow';
import { inputWith } from './testing/fixture';

/** As if no one had handed in 09-beyond. */
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
  it('should leave out what no one handed in, and name it', () => {
    const assignments = inputWith().assignments.map((one) => ({ ...one, isDue: one.id === '03-losses' }));

    expect(handedIn(withoutBeyond())).toEqual({ ids: ['03-losses'], notes: ['no one handed in, left out: 09-beyond'] });
    expect(handedIn(withoutBeyond({}, { assignments })).notes).toEqual([
      'no one handed in, left out: 09-beyond (not due yet)',
    ]);
  });

  it.each([{ isNamed: true }, { absent: 0 }])('should stop until it is confirmed with %j', (options) => {
    expect(() => handedIn(withoutBeyond(options))).toThrow(
      'no one handed in 09-beyond; name the assignments that you mean with --assignment, or add --confirm-absent if this is right',
    );
    expect(handedIn(withoutBeyond({ ...options, isAbsentConfirmed: true })).ids).toEqual(['03-losses', '09-beyond']);
  });

  it('should not give points for nothing while there is work of no one', () => {
    const known = withoutBeyond({ absent: 0, isNamed: true }, { assignments: inputWith().assignments.slice(0, 1) });
    const grades = known.grades.filter(({ status }) => status !== 'unmatched');

    expect(() => handedIn(known)).toThrow('whoever handed in zz is not known, and is among the absent; settle whose');
    expect(() => handedIn({ ...known, grades, notImported: ['doejane (user 7)'] })).toThrow('doejane (user 7)');
    expect(handedIn({ ...known, grades }).ids).toEqual(['03-losses']);
  });

  it('should not call those absent who are not graded yet', () => {
    expect(() => handedIn(withoutBeyond({ absent: 0 }, { pending: ['f6'] }))).toThrow(
      '1 are not graded yet, and may not be absent',
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

  it('should be empty for who handed in nothing, unless it is said what they get', () => {
    expect(pointsOf('f6')).toBeUndefined();
    expect(pointsOf('c3')).toBeUndefined();
    expect(pointsOf('f6', { absent: 0 })).toBe(0);
    expect(pointsOf('c3', { absent: 0 })).toBe(0);
  });

  it('should stay empty for what is not due yet, and for our own failure', () => {
    expect(pointsOf('f6', { absent: 0 }, false)).toBeUndefined();
    expect(pointsOf('e5', { absent: 0 })).toBeUndefined();
  });
});

describe('gapNotes', () => {
  it('should list those apart of whose work it is not certain which counts', () => {
    const input = inputWith();
    const grades = input.grades.map((grade) =>
      grade.student?.id === 'f6' ? { ...grade, status: 'undecided' as const } : grade,
    );

    const notes = gapNotes({ ...input, grades }, ['03-losses']);
    expect(notes).toContainEqual(expect.stringMatching(/^1 needs a person, since it is not certain .*: f6$/));
    expect(notes.join()).not.toContain('handed in nothing');
  });

  it('should list what needs a person apart from who handed in nothing', () => {
    const input = inputWith();
    const grades = input.grades.map((grade) =>
      grade.student?.id === 'c3'
        ? { ...grade, assignments: grade.assignments.map((one) => ({ ...one, status: 'unrecognised' as const })) }
        : grade,
    );

    expect(gapNotes({ ...input, grades }, ['03-losses'])).toContain(
      '1 needs a person, since their file was not recognised; left without a grade: c3',
    );
  });
});

describe('canvas, again', () => {
  it('should write no row for who has no grade, whatever --assignment names', () => {
    if (canvas.of !== 'class') throw new Error('not of a class');
    const input = inputWith({ isNamed: true });
    const ids = ['03-losses'];
    const { text } = canvas.write({
      ...input,
      grades: input.grades.map((one) => narrowGrade(one, ids)),
      assignments: input.assignments.filter(({ id }) => ids.includes(id)),
    });
    expect(text).not.toMatch(/,(?:c3|e5|f6),/);
  });
});
