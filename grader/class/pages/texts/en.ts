import { list, plural } from '../../../pipeline/words/english';

const where = (path: string, step: number | null): string =>
  `${path === '' ? 'the result' : path}${step === null ? '' : ` after step ${step}`}`;

/** The English texts of the students' pages, besides the grader's messages. */
export const en = {
  skip: 'Skip to the results',
  title: (name: string): string => `Results of ${name}`,
  results: 'Results',
  points: 'points',
  ofPoints: (max: number): string => `of ${max}`,
  notGraded: 'not graded',
  exercisesPassed: 'exercises passed',
  toFix: 'to fix',
  toDo: 'to do',
  ofExercises: (count: number): string => `of ${count}`,
  publicAlone: 'Only public checks were run. Hidden ones, of the same kinds with other numbers, run when you hand in.',
  withHidden: 'Public checks were run, and hidden ones of the same kinds with other numbers.',
  rubric: {
    heading: 'Graded by hand',
    columns: ['criterion', 'asks for', 'points', 'comment'] as readonly string[],
    gives: (id: string, points: number): string =>
      `Graded by hand: ${plural(points, 'point')} for the part of ${id} besides the checks.`,
    notYet: (max: number): string => `not graded yet, of ${max}`,
    open: (criteria: readonly string[], max: number): string =>
      `${max} of these points are given by hand, for ${criteria.join(', ')}, and are still open; the total is known after that.`,
  },
  waits: 'Part of this is graded by hand; the total is known after that.',
  ungraded:
    'Something went wrong on our side, not on yours: results marked “not graded” will be graded again, and cost you nothing.',

  start: 'Where to start',
  startWith: 'Fix these first; exercises that build on them may then pass.',
  allRight: 'Everything that was checked is right. Well done.',
  onlyToDo: 'Everything you have written is right; the rest is still to do.',

  grade: 'Your grade',
  finalOf: (final: number, max: number): string => `${final} of ${max}.`,
  fromChecks: (raw: number): string => `The checks gave ${raw}. Changes since then:`,
  late: (id: string, days: number, lost: number): string =>
    `${id} was ${plural(days, 'day')} late: ${lost} points less.`,
  overridden: (exercise: string, points: number, reason: string): string =>
    `Decided by hand: ${exercise} counts ${points} points: ${reason}`,
  besideChecks: (points: number, reason: string): string =>
    `Given by hand, in addition to the checks: ${plural(points, 'point')}: ${reason}`,
  byPerson: (points: number, max: number, automatic: number | null): string =>
    `${points} of ${max}, decided by hand; the checks gave ${automatic ?? 'none'}`,
  comment: 'Comment from the staff:',
  together: (submission: string): string =>
    `Handed in together as ${submission}: the points of the checks are shared, the grade is your own.`,

  overview: 'Overview',
  overviewTable: 'Points of each assignment',
  columns: { assignment: 'assignment', status: 'status', passed: 'exercises passed', points: 'points' },
  passedOf: (passed: number, all: number): string => `${passed} of ${all}`,
  optional: 'optional, not part of the total',
  pointsOf: (score: number | null, max: number): string =>
    score === null ? `not graded, of ${max}` : `${score} of ${max}`,

  checks: 'Checks',
  check: { passed: 'passed', failed: 'failed', skipped: 'skipped' },
  onHidden: 'on a hidden case',
  carried: (from: string): string => `Follows from ${from}: fix that one first`,
  hints: 'Hints',
  hint: ['Hint 1 of 3: where to look', 'Hint 2 of 3: the idea', 'Hint 3 of 3: the mistake'] as readonly string[],
  foot: (label: string, version: string): string =>
    `Graded in double precision by version ${version}; seed ${label}. This page contains only your results, and works offline.`,

  picture: {
    inCase: (number: number, label: string): string => `Public case ${number}${label === '' ? '' : `, ${label}`}`,
    heatMap: (path: string, step: number | null): string => `Where ${where(path, step)} is off`,
    wrong: (path: string, step: number | null, wrong: number, total: number): string =>
      `${wrong} of ${plural(total, 'element')} of ${where(path, step)} ${wrong === 1 ? 'is' : 'are'} wrong.`,
    worst: (index: string, expected: string, got: string): string =>
      `The largest error is at ${index}: expected ${expected}, got ${got}.`,
    factor: (value: string): string => `Every element is ${value} times the expected one.`,
    sign: 'Every element is the expected one with the opposite sign.',
    offset: (value: string): string =>
      `Every element is the expected one ${value.startsWith('-') ? 'less' : 'plus'} ${value.replace('-', '')}.`,
    transposed: 'The matrix is the expected one with its rows and columns swapped.',
    rows: (indices: readonly number[]): string =>
      `All wrong elements lie in ${indices.length === 1 ? 'row' : 'rows'} ${list(indices.map(String))}; the others are right.`,
    columns: (indices: readonly number[]): string =>
      `All wrong elements lie in ${indices.length === 1 ? 'column' : 'columns'} ${list(indices.map(String))}; the others are right.`,
    blocks: (side: number): string =>
      `Each cell stands for ${side} × ${side} elements and shows the one with the largest error.`,
    key: { less: '− too small', more: '+ too large', same: '= right', broken: '× not finite' },
    keyDepth: 'Stronger colours are larger errors.',
    numbers: 'All numbers',
    numbersTable: (path: string, step: number | null): string => `Each element of ${where(path, step)}`,
    numberColumns: ['element', 'expected', 'got', 'difference'] as readonly string[],

    path: 'The way down the valley',
    pathDetail: (height: string): string =>
      `The surface is ${height}; the ellipses are level sets, and + marks the minimum.`,
    parts: (step: number, expected: string, got: string): string =>
      `The paths part at step ${step}: the reference goes to ${expected}, yours to ${got}.`,
    partsNot: 'Both follow the same path; the state that is carried from step to step differs.',
    ends: (steps: number, expected: string, got: string): string =>
      `After ${plural(steps, 'step')} the reference is at ${expected}, yours at ${got}.`,
    heights: (start: string, expected: string, got: string): string =>
      `From a height of ${start}, the reference has come to ${expected}, yours to ${got}.`,
    leaves: 'Your path leaves the picture.',
    yours: 'yours (dashed, squares)',
    reference: 'reference (solid, circles)',
    partsHere: 'the paths part here',
    start: 'start',
  },
};

export type PageTexts = typeof en;
