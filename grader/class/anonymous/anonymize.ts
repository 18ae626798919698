import type { SubmissionResult } from '../../pipeline/report';
import type { Grade, GradeBook, Student } from '../roster';
import type { KeyEntry, Named } from './key';
import { assignmentWithout, withoutNames } from './withoutNames';

/** Results and grades in which numbers stand for names. */
export interface Anonymous {
  readonly results: readonly SubmissionResult[];
  readonly book: GradeBook;
}

const doubt = 'whose it is, or which counts, is not certain';

/** What has to have a number. A submission that is one student's alone has theirs. */
export function namedIn(results: readonly SubmissionResult[], { students, grades }: GradeBook): readonly Named[] {
  const owners = ownersOf(grades);
  const groups = new Set(students.map(({ group }) => group).filter((group) => group !== ''));
  return [
    ...students.map(({ id, name }) => ({ kind: 'student' as const, of: id, name })),
    ...results
      .filter(({ submission }) => owners.get(submission)?.length !== 1)
      .map(({ submission }) => ({ kind: 'submission' as const, of: submission, name: '' })),
    ...[...groups].map((group) => ({ kind: 'group' as const, of: group, name: '' })),
  ];
}

/** Puts the key's numbers in the place of all that says who it is, and brings everything into the numbers' order. */
export function anonymize(results: readonly SubmissionResult[], book: GradeBook, key: readonly KeyEntry[]): Anonymous {
  const owners = ownersOf(book.grades);
  const numberOf = (kind: KeyEntry['kind'], of: string): string =>
    key.find((one) => one.kind === kind && one.of === of)?.number ?? '';
  const submissionNumber = (name: string): string => {
    const [only, ...others] = owners.get(name) ?? [];
    return only !== undefined && others.length === 0 ? numberOf('student', only.id) : numberOf('submission', name);
  };
  const studentOf = (student: Student): Student => ({
    id: numberOf('student', student.id),
    name: '',
    email: '',
    submittedAt: student.submittedAt,
    extendedUntil: student.extendedUntil,
    group: student.group === '' ? '' : numberOf('group', student.group),
    ...(student.times === undefined ? {} : { times: student.times }),
  });
  const { match } = book;
  const gradeOf = ({ student, submission, ...grade }: Grade): Grade => ({
    ...grade,
    student: student === undefined ? undefined : studentOf(student),
    submission: submission === undefined ? undefined : submissionNumber(submission),
    // What it is not certain of is listed by names.
    remarks:
      grade.status === 'undecided' || grade.status === 'unmatched'
        ? [doubt]
        : grade.remarks.map(
            withoutNames(
              student === undefined ? [] : [student],
              submission ?? '',
              student === undefined ? '…' : numberOf('student', student.id),
            ).inNames,
          ),
    assignments: grade.assignments.map((one) => ({
      ...one,
      // A reason is what a person wrote to that student, and may say anything.
      overrides: one.overrides.map((override) => ({ ...override, id: '', reason: '–', by: '–' })),
      comments: [],
      ...(one.rubric && { rubric: one.rubric.map((criterion) => ({ ...criterion, comment: '', by: '' })) }),
    })),
  });
  const students = sorted(book.students.map(studentOf), ({ id }) => id);
  return {
    results: sorted(
      results.map(({ entry: _, contentHash: __, ...result }) => {
        const { submission } = result;
        const number = submissionNumber(submission);
        const remover = withoutNames(owners.get(submission) ?? [], submission, number);
        const assignments = result.assignments.map((one) => assignmentWithout(one, remover));
        return { ...result, submission: number, assignments };
      }),
      ({ submission }) => submission,
    ),
    book: {
      grades: sorted(book.grades.map(gradeOf), ({ student, submission }) => student?.id ?? submission ?? ''),
      students,
      match: {
        submissionOf: new Map(
          [...match.submissionOf].map(([id, name]) => [numberOf('student', id), submissionNumber(name)]),
        ),
        absent: sorted(match.absent.map(studentOf), ({ id }) => id),
        undecided: match.undecided.map(({ student }) => ({ student: studentOf(student), reason: doubt })),
        copies: new Map([...match.copies].map(([id, names]) => [numberOf('student', id), names.map(submissionNumber)])),
        unmatched: match.unmatched.map(({ submission }) => ({
          submission: submissionNumber(submission),
          reason: doubt,
        })),
      },
      staleOverrides: [],
    },
  };
}

function ownersOf(grades: readonly Grade[]): ReadonlyMap<string, readonly Student[]> {
  const owners = new Map<string, Student[]>();
  for (const { submission, student } of grades) {
    if (submission !== undefined && student !== undefined)
      owners.set(submission, [...(owners.get(submission) ?? []), student]);
  }
  return owners;
}

function sorted<T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
