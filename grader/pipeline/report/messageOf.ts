import type { ScoredCheck, ScoredExercise } from '../score';
import type { Case, CheckResult, Exercise } from '../types';
import { formatInputs } from './formatValue';
import { hintIn } from './hintIn';
import { en, type Texts } from './texts/en';

/** The audience: students see no numbers of hidden cases. */
export type Reader = 'student' | 'staff';

export interface MessageOptions {
  readonly reader: Reader;
  readonly assignment: string;
  /** Which hint to show, 1 to 3; 0 for none. */
  readonly hint: 0 | 1 | 2 | 3;
  readonly texts?: Texts;
}

/**
 * Why a check failed: a claim with numbers, details, a hint, how to replay. Empty for a check that passed without
 * remark.
 */
export function messageOf(
  check: Pick<ScoredCheck | CheckResult, 'check' | 'status' | 'failingCase' | 'isClearest' | 'finding' | 'rightWhere'>,
  result: ScoredExercise,
  options: MessageOptions,
): string {
  const { texts = en, reader } = options;
  const { finding, failingCase } = check;
  if (finding === undefined) return '';
  if (check.status !== 'failed') return texts.finding(finding).join('; ');
  const { exercise } = result;
  const hidden = failingCase?.visibility === 'hidden' && reader === 'student';
  const [claim, ...details] = texts.finding(finding);
  const title = hidden
    ? `${exercise.name} › ${texts.onHidden(texts.checkName(check.check))}`
    : `${exercise.name} › ${claim}${failingCase === undefined ? '' : `   ${caseNumber(failingCase, exercise, texts)}`}`;
  const body = hidden
    ? [texts.hiddenAdvice]
    : [...(failingCase === undefined ? [] : [caseLine(failingCase, exercise, texts, check.isClearest)]), ...details];
  return [title, ...[...body, ...closing(check, result, options, texts, hidden)].map((line) => `  ${line}`)].join('\n');
}

/** Why an exercise could not be checked at all. */
export function problemMessage(
  { exercise, problem, brokenNeighbour }: Pick<ScoredExercise, 'exercise' | 'problem' | 'brokenNeighbour'>,
  options: MessageOptions,
): string {
  const { texts = en, assignment, reader } = options;
  if (problem === undefined) return '';
  const [claim, ...known] = texts.problem(problem);
  // The report on a process's end is text that the submission controls, so it can contain hidden inputs.
  const mayRevealHidden =
    reader === 'student' && problem.status === 'stopped' && problem.outcome.status === 'crashed' && hasHidden(exercise);
  // The details of our own failure are for staff: they contain internal paths.
  const details = mayRevealHidden
    ? []
    : problem.status === 'infrastructure' && reader === 'student'
      ? known.slice(0, 1)
      : known;
  return [
    `${exercise.name} › ${claim}`,
    ...[...details, ...callsBroken(brokenNeighbour, texts), texts.replay(assignment, exercise.name)].map(
      (line) => `  ${line}`,
    ),
  ].join('\n');
}

function callsBroken(neighbour: string | undefined, texts: Texts): readonly string[] {
  return neighbour === undefined ? [] : [texts.callsBroken(neighbour)];
}

function hasHidden({ cases }: Exercise): boolean {
  return cases.some(({ visibility }) => visibility === 'hidden');
}

function closing(
  check: Pick<CheckResult, 'check' | 'rightWhere'>,
  result: ScoredExercise,
  { hint, assignment, reader }: MessageOptions,
  texts: Texts,
  hidden: boolean,
): readonly string[] {
  const { exercise, mistake, kept } = result;
  const right = alreadyRight(check, result, texts);
  const carried = mistake?.carriedFrom;
  return [
    ...right,
    ...(carried === undefined || mistake === undefined
      ? []
      : [texts.carried(carried, reader === 'staff' ? mistake.id : undefined, kept)]),
    ...callsBroken(result.brokenNeighbour, texts),
    ...(mistake === undefined || hint === 0 || carried !== undefined
      ? []
      : [texts.hint(hint, hintIn(texts.language, mistake, hint), exercise.name)]),
    hidden ? texts.samePublicCheck(assignment, exercise.name) : texts.replay(assignment, exercise.name),
  ];
}

function caseNumber(one: Case, exercise: Exercise, texts: Texts): string {
  const number =
    exercise.cases.filter(({ visibility }) => visibility === one.visibility).findIndex(({ id }) => id === one.id) + 1;
  return one.visibility === 'public' ? texts.publicCase(number) : texts.hiddenCase(number);
}

function caseLine(one: Case, exercise: Exercise, texts: Texts, isClearest = false): string {
  const { label, translations } = one;
  const where = label === undefined ? '' : `   ${texts.where(texts.label({ label, translations }))}`;
  return `${isClearest ? texts.clearestCase : texts.smallestCase}   ${formatInputs(exercise, one, texts.values)}${where}`;
}

/**
 * Fields in which no check finds anything wrong, and for the failing field the special cases that it gets right; no
 * line if there are none.
 */
function alreadyRight(
  { check, rightWhere = [] }: Pick<CheckResult, 'check' | 'rightWhere'>,
  { checks }: ScoredExercise,
  texts: Texts,
): readonly string[] {
  const wrong = new Set(checks.flatMap((other) => (other.status === 'failed' ? fieldsOf(other) : [])));
  const others = checks.flatMap((other) =>
    other.status === 'passed' &&
    other.check !== check &&
    other.check.kind === 'reference' &&
    other.check.field !== undefined
      ? [other.check.field]
      : [],
  );
  const field = (check.kind === 'reference' ? check.field : undefined) ?? '';
  // A field can be wrong in a special-case check or a law even if this check passes.
  const fields = [...new Set(others)].filter((other) => !wrong.has(other));
  const labels = rightWhere.slice(0, 2).map((special) => texts.label(special));
  return fields.length + labels.length === 0 ? [] : [texts.alreadyRight(fields, field, labels)];
}

/** The fields of a failed check: the one it compares, and the one in which it found something. */
function fieldsOf({ check, finding }: Pick<CheckResult, 'check' | 'finding'>): readonly string[] {
  const compared = check.kind === 'reference' ? check.field : undefined;
  const found = finding !== undefined && 'path' in finding ? /^[^.[]*/.exec(finding.path)?.[0] : undefined;
  return [compared, found].flatMap((field) => (field === undefined || field === '' ? [] : [field]));
}
