import { kindOf } from '../../../checks/kinds';
import type { AssignmentResult, Check, ExerciseStatus, Labelled, Language } from '../../../types';
import { englishWords } from '../../formatValue';
import { cleaned } from '../cleaned';
import { bans } from './bans';
import { handIn } from './handIn';
import { advice } from './hintAdvice';
import { finding, skipped } from './findings';
import { file, fileKind, fileRemark } from './files';
import { hangs, problem } from './problems';
import { list, plural, subject } from '../../../words/english';

/** Every sentence of the grader, in English. Each other language is an object of this type. */
export const en = cleaned({
  language: 'en' as Language,

  status: {
    passed: 'passed',
    failed: 'failed',
    todo: 'todo',
    error: 'error',
    timeout: 'timeout',
    memory: 'memory',
    forbidden: 'forbidden',
    crashed: 'crashed',
    answered: 'answered',
    unreadable: 'unreadable',
    infrastructure: 'not graded',
  } satisfies Record<ExerciseStatus, string>,

  assignmentStatus: {
    graded: 'graded',
    missing: 'missing',
    unrecognised: 'not recognised',
    unreadable: 'unreadable',
    infrastructure: 'not graded',
  } satisfies Record<AssignmentResult['status'], string>,
  table: ['assignment', 'exercise', 'status', 'points', 'mistake'] as readonly string[],
  optional: (assignment: string): string => `${assignment} (optional)`,
  mistakeFrom: (mistake: string, neighbour: string): string => `${mistake}, from ${neighbour}`,
  pointsOf: (score: number, most: number): string => `${score} of ${most}`,
  totalUnknown: 'Total: none yet, since not all could be graded',
  total: (points: string): string => `Total: ${points} points`,
  totalOfPublic: (points: string): string => `Total: ${points} public points; hidden checks run when you hand in`,
  advice,
  bans,
  handIn,

  values: englishWords,
  checkName: (check: Check): string => kindOf(check).texts.en.name(check),
  finding,
  skipped,
  problem,
  file,
  hangs,
  fileKind,
  fileRemark,

  smallestCase: 'smallest case',
  clearestCase: 'clearest case',
  /** What is special about a case. */
  label: ({ label }: Labelled): string => label,
  where: (label: string): string => `where ${label}`,
  /** Fields that are right, and one that is right in special cases. */
  alreadyRight: (fields: readonly string[], field: string, labels: readonly string[]): string => {
    const special = labels.map((label) => `where ${label}`).join(', and ');
    if (special === '') return `Already right: ${list(fields)}.`;
    return `Already right: ${fields.map((name) => `${name}, `).join('')}${fields.length === 0 ? '' : 'and '}${subject(field)} ${special}.`;
  },
  hint: (number: number, text: string, exercise: string): string =>
    `Hint ${number} of 3: ${text}${number < 3 ? `   (next: npm run hint -- ${exercise})` : ''}`,
  /** The mistake's name is its last hint, so it is not always shown. */
  carried: (neighbour: string, mistake: string | undefined, kept: number): string =>
    `This follows from ${neighbour}${mistake === undefined ? '' : ` (${mistake})`}: fix that one first.` +
    (kept === 0 ? '' : ` Until then, ${plural(kept, 'point')} lost here ${kept === 1 ? 'is' : 'are'} credited.`),
  callsBroken: (neighbour: string): string => `It calls ${neighbour}, which fails too: fix that one first.`,
  /** For a check whose reason another check has given in full. */
  rightName: (file: string): string => `give it the name ${file}: \`npm test\` reads no other`,
  asAbove: (exercise: string): string => `${exercise} › fails for the same reason as above`,
  replay: (assignment: string, exercise: string): string => `Replay: npm test -- ${assignment} -t ${exercise}`,
  publicCase: (number: number): string => `(public case ${number})`,
  hiddenCase: (number: number): string => `(hidden case ${number})`,
  onHidden: (name: string): string => `“${name}” fails on a hidden case, and passes on the public ones`,
  hiddenAdvice:
    'Hidden cases are of the same kinds as the public ones, with numbers that are not shown: try sizes and values of your own.',
  samePublicCheck: (assignment: string, exercise: string): string =>
    `The public check of the same kind: npm test -- ${assignment} -t ${exercise}`,
});

export type Texts = typeof en;
