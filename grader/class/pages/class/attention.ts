import type { AssignmentJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import type { GradeBook } from '../../roster';
import { namesOf } from './people';

/** Something that a person should check before grades are published: all of an assignment with the same status. */
export interface Attention {
  /** undefined for a student with several submissions. */
  readonly submission: string | undefined;
  /** The student's name, if known. */
  readonly who: string;
  /** The assignment, and the exercises if some are concerned. */
  readonly where: string;
  readonly status: ExerciseJson['status'] | 'unrecognised' | 'unreadable' | 'undecided' | 'unmatched';
  readonly why: string;
  /** The position of a compile error. */
  readonly place?: AssignmentJson['place'];
}

/** Most urgent first: the grader's failures, then what may be one. */
export const urgency: readonly Attention['status'][] = [
  'infrastructure',
  'unmatched',
  'undecided',
  'unrecognised',
  'unreadable',
  'crashed',
  'timeout',
  'memory',
  'forbidden',
];

/** What a person should check first, most urgent first. */
export function attentionOf(results: readonly SubmissionResult[], book?: GradeBook): readonly Attention[] {
  const names = namesOf(book);
  const found = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap((assignment) =>
      attentionIn(assignment).map((one) => ({ ...one, submission, who: names.get(submission) ?? '' })),
    ),
  );
  const undecided = (book?.match.undecided ?? []).map(({ student: { id, name }, reason }) => ({
    submission: undefined,
    who: `${id}, ${name}`,
    where: 'all',
    status: 'undecided' as const,
    why: reason,
  }));
  const unmatched = unmatchedOf(book).map(({ submission, reason }) => ({
    submission,
    who: '',
    where: 'all',
    status: 'unmatched' as const,
    why: reason,
  }));
  return [...found, ...unmatched, ...undecided].toSorted(
    (a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status),
  );
}

/** Submissions of unknown students, without double submissions, which are listed as undecided. */
function unmatchedOf(book: GradeBook | undefined): GradeBook['match']['unmatched'] {
  const doubts = book?.match.undecided.map(({ reason }) => reason) ?? [];
  return book?.match.unmatched.filter(({ reason }) => !doubts.includes(reason)) ?? [];
}

function attentionIn(assignment: AssignmentJson): readonly Omit<Attention, 'submission' | 'who'>[] {
  const { id, status, message, place, exercises } = assignment;
  if (status === 'missing') return [];
  if (status !== 'graded') return [{ where: id, status, why: firstLines(message, id), place }];
  return urgency.flatMap((wanted) => {
    const found = exercises.filter((exercise) => exercise.status === wanted);
    const [first] = found;
    if (first === undefined) return [];
    const names = found.map(({ name }) => name).join(', ');
    return [{ where: `${id} › ${names}`, status: first.status, why: firstLines(first.message, first.name) }];
  });
}

/** A message's claim and first detail, without the exercise's name, which has its own column. */
function firstLines(message: string, name: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  return lines
    .slice(0, 2)
    .filter((line) => line !== '')
    .join('; ')
    .replace(`${name} › `, '');
}
