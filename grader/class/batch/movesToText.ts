import type { Comparison, ExerciseMove, Move } from './compareResults';

const maxRows = 50;

/** Formats score changes for a person to review before they count. */
export function movesToText({ compared, maxBefore, maxAfter, moves }: Comparison): string {
  if (moves.length === 0) return `no scores changed (${compared} compared)`;
  const of =
    maxBefore === maxAfter
      ? `totals are out of ${points(maxAfter)} points`
      : `totals are out of ${points(maxAfter)} points now, out of ${points(maxBefore)} before`;
  const shown = moves.slice(0, maxRows);
  const width = Math.max(...shown.map(({ submission }) => submission.length), 'submission'.length);
  const row = (name: string, from: string, to: string, by: string, why: string): string =>
    `${name.padEnd(width)}  ${from.padStart(7)}  ${to.padStart(7)}  ${by.padStart(7)}  ${why}`.trimEnd();
  const rows = shown.map((move) =>
    row(move.submission, points(move.before), points(move.after), change(move.before, move.after), reasonsOf(move)),
  );
  const more = moves.length > maxRows ? [`… and ${moves.length - maxRows} more`] : [];
  return [
    `${moves.length} of ${compared} results ${moves.length === 1 ? 'changes' : 'change'}; ${of}`,
    '',
    row('submission', 'before', 'after', 'change', 'because of'),
    ...rows,
    ...more,
    ...(byExercise(moves).length === 0 ? [] : ['', ...byExercise(moves)]),
  ].join('\n');
}

function reasonsOf(move: Move): string {
  const { isChanged, exercises } = move;
  if (isNew(move)) return 'handed in since';
  if (isGone(move)) return 'no longer submitted';
  return [...(isChanged ? ['handed in again'] : []), ...exercises.map(exerciseMove)].join(', ');
}

function isNew({ exercises }: Move): boolean {
  return exercises.length > 0 && exercises.every(({ statusBefore }) => statusBefore === 'absent');
}

function isGone({ exercises }: Move): boolean {
  return exercises.length > 0 && exercises.every(({ statusAfter }) => statusAfter === 'absent');
}

function exerciseMove({ exercise, before, after, statusBefore, statusAfter }: ExerciseMove): string {
  const status = statusBefore === statusAfter ? '' : ` (${statusBefore} → ${statusAfter})`;
  return before === after ? `${exercise}${status}` : `${exercise} ${points(before)} → ${points(after)}${status}`;
}

/** One line per exercise with changes: `03-losses softmaxLoss: 12 up, 3 down`. */
function byExercise(moves: readonly Move[]): readonly string[] {
  // New and withdrawn submissions say nothing about an exercise.
  const all = moves.filter((move) => !isNew(move) && !isGone(move)).flatMap(({ exercises }) => exercises);
  const keys = [...new Set(all.map(({ assignment, exercise }) => `${assignment} ${exercise}`))];
  return keys.map((key) => {
    const own = all.filter(({ assignment, exercise }) => `${assignment} ${exercise}` === key);
    const by = own.flatMap(({ before, after }) => (before === null || after === null ? [] : [after - before]));
    const up = by.filter((change) => change > 0).length;
    const down = by.filter((change) => change < 0).length;
    const same = by.length - up - down;
    const unknown = own.length - by.length;
    const rest = [
      ...(same > 0 ? [`${same} by status only`] : []),
      ...(unknown > 0 ? [`${unknown} with nothing to compare`] : []),
    ];
    return `${key}: ${[`${up} up`, `${down} down`, ...rest].join(', ')}${worthOf(own)}`;
  });
}

/** Shown if the exercise's weight changed, because points lost that way are no mistake. */
function worthOf(moves: readonly ExerciseMove[]): string {
  const changed = moves.find(
    ({ maxBefore, maxAfter }) => maxBefore !== null && maxAfter !== null && maxBefore !== maxAfter,
  );
  return changed === undefined
    ? ''
    : `; worth ${points(changed.maxAfter)} points now, ${points(changed.maxBefore)} before`;
}

function points(score: number | null): string {
  return score === null ? '–' : String(score);
}

function change(before: number | null, after: number | null): string {
  if (before === null || after === null) return '?';
  return after > before ? `+${after - before}` : after < before ? `−${before - after}` : '0';
}
