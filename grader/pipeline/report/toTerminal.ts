import type { Colors } from 'picocolors/types';
import { drawTable } from './drawTable';
import { isOpen, type Score, type ScoredAssignment, type ScoredExercise } from '../score';
import type { ExerciseStatus, Scope } from '../types';
import { firstMessageOf } from './firstMessageOf';
import type { Reader } from './messageOf';
import { en, type Texts } from './texts/en';

export interface TerminalOptions {
  readonly colors: Colors;
  /** Without lines: columns are separated by spaces. */
  readonly plain: boolean;
  readonly reader: Reader;
  readonly texts?: Texts;
}

/** Formats one submission's points as a table, then what to fix first in each assignment. */
export function toTerminal(score: Score, scope: Scope, options: TerminalOptions): string {
  const { colors, texts = en } = options;
  const messages = score.assignments.flatMap((assignment) => firstMessages(assignment, options));
  const parts = [totalOf(score, scope, colors, texts), ...messages];
  return [pointsTable(score, options), ...parts].join('\n\n');
}

function totalOf({ score, maxScore }: Score, scope: Scope, colors: Colors, texts: Texts): string {
  if (score === null) return texts.totalUnknown;
  const points = colors.bold(texts.pointsOf(score, maxScore));
  return scope === 'public' ? texts.totalOfPublic(points) : texts.total(points);
}

function pointsTable({ assignments }: Score, options: TerminalOptions): string {
  const { plain, reader, texts = en } = options;
  // A mistake's name gives it away; it is a student's last hint.
  const shown = (row: readonly string[]): readonly string[] => (reader === 'staff' ? row : row.slice(0, -1));
  const rows = assignments.flatMap(({ assignment, exercises, score: points, maxScore, status }) => {
    const title = assignment.optional ? texts.optional(assignment.id) : assignment.id;
    return [
      [title, '', texts.assignmentStatus[status], `${points ?? '–'} / ${maxScore}`, ''],
      ...exercises.map((result) => ['', ...exerciseRow(result, status === 'graded', options)]),
    ];
  });
  return drawTable(shown(texts.table), rows.map(shown), { plain, numeric: (column) => column === 3 });
}

function exerciseRow(result: ScoredExercise, isGraded: boolean, { colors, texts = en }: TerminalOptions): string[] {
  const { exercise, status, score, maxScore, mistake } = result;
  const name =
    mistake === undefined
      ? ''
      : mistake.carriedFrom === undefined
        ? mistake.id
        : texts.mistakeFrom(mistake.id, mistake.carriedFrom);
  return [
    exercise.name,
    paint(status, colors)(texts.status[status]),
    pointsOf(isGraded && status !== 'answered' && !isOpen(status) ? score : undefined, maxScore),
    name,
  ];
}

/** A question that is checked only when graded has no public points. */
function pointsOf(score: number | undefined, maxScore: number): string {
  return maxScore === 0 ? '–' : `${score ?? '–'} / ${maxScore}`;
}

function paint(status: ExerciseStatus, colors: Colors): (text: string) => string {
  if (status === 'passed') return colors.green;
  return status === 'todo' || status === 'answered' ? colors.dim : colors.red;
}

/** For each exercise that lost points: its first failed check, or why it could not be run. */
function firstMessages(result: ScoredAssignment, { reader, texts = en }: TerminalOptions): readonly string[] {
  const { assignment, problem, exercises, remarks = [] } = result;
  if (problem !== undefined) {
    const [claim, ...details] = texts.file(problem);
    return [[`${assignment.id} › ${claim}`, ...details.map((line) => `  ${line}`)].join('\n')];
  }
  const taken = remarks.map((remark) => `${assignment.id} › ${texts.fileRemark(remark)}`);
  const failed = exercises.flatMap((exercise) => {
    if (['passed', 'todo', 'answered'].includes(exercise.status)) return [];
    const message = firstMessageOf(exercise, { reader, assignment: assignment.id, hint: 1, texts });
    return message === '' ? [] : [message];
  });
  return [...taken, ...failed];
}
