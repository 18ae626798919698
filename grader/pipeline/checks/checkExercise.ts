import type {
  Check,
  CheckResult,
  Exercise,
  ExerciseProblem,
  ExerciseResult,
  ExerciseStatus,
  Outcome,
  Outcomes,
  SkipReason,
} from '../types';
import { skipped } from './checkKind';
import { kindOf } from './kinds';
import { fieldIsAccountedFor, nameMistake } from './naming';
import { judge } from './planEvaluations';
import { provingChecks } from './provingChecks';

/** The basis for judging an exercise: outcomes, or the problem that kept it from running. */
export type ExerciseRun =
  | { readonly status: 'answered'; readonly outcomes: Outcomes; readonly durationMs: number }
  | { readonly status: 'not-run'; readonly problem: ExerciseProblem };

/**
 * Runs all checks of an exercise on its outcomes.
 *
 * @param name - finds the mistake of a wrong answer
 */
export function checkExercise(exercise: Exercise, run: ExerciseRun, name = nameMistake): ExerciseResult {
  if (run.status === 'not-run') return withoutChecks(exercise, run.problem, 0);
  const { outcomes, durationMs } = run;
  const unready = unreadiness(exercise, outcomes);
  if (unready !== undefined) return withoutChecks(exercise, unready, durationMs);
  const checks = judgeInOrder(exercise, outcomes);
  const status = statusOf(checks, outcomes);
  const mistake = status === 'passed' ? undefined : name(exercise, outcomes, checks);
  return { exercise, status, checks, mistake, problem: problemOf(status, outcomes), durationMs };
}

/** The same for outcomes of a function that was not timed. */
export function checkOutcomes(exercise: Exercise, outcomes: Outcomes, name = nameMistake): ExerciseResult {
  return checkExercise(exercise, { status: 'answered', outcomes, durationMs: 0 }, name);
}

/** Where points alone are asked for: names take longer, since what mistakes answer is found out for them. */
export const unnamed = (): undefined => undefined;

/** The result of an exercise that could not be run: every check skipped, no points. */
function withoutChecks(exercise: Exercise, problem: ExerciseProblem, durationMs: number): ExerciseResult {
  const [status, reason] = consequences[problem.status];
  return {
    exercise,
    status,
    checks: exercise.checks.map((check) => withdrawn(check) ?? skipped(check, reason)),
    mistake: undefined,
    problem,
    durationMs,
  };
}

const consequences: Readonly<Record<ExerciseProblem['status'], readonly [ExerciseStatus, SkipReason]>> = {
  todo: ['todo', 'todo'],
  'needs-neighbour': ['error', 'stopped'],
  'missing-export': ['error', 'missing'],
  'not-a-function': ['error', 'missing'],
  throws: ['error', 'stopped'],
  'forbidden-call': ['forbidden', 'forbidden'],
  'too-long': ['forbidden', 'too-long'],
  stopped: ['crashed', 'stopped'],
  file: ['error', 'unreadable'],
  answers: ['unreadable', 'unreadable'],
  infrastructure: ['infrastructure', 'infrastructure'],
};

function unreadiness(exercise: Exercise, outcomes: Outcomes): ExerciseProblem | undefined {
  const first = outcomes.get(exercise.cases[0]?.id ?? '');
  if (first?.status !== 'threw' || first.error.name !== 'NotImplementedError') return undefined;
  const { exercise: named = exercise.name } = first.error;
  const isOwn = named === exercise.name || exercise.formerNames?.includes(named) === true;
  return isOwn ? { status: 'todo' } : { status: 'needs-neighbour', neighbour: named };
}

/**
 * Judges every check. Points depend on what was proven first: side effects and laws of a wrong answer earn nothing, nor
 * does the gradient of a loss that is not accounted for.
 */
function judgeInOrder(exercise: Exercise, outcomes: Outcomes): readonly CheckResult[] {
  const results = new Map<Check, CheckResult>(
    exercise.checks.map((check) => [check, withdrawn(check) ?? judge(check, exercise, outcomes)]),
  );
  const passes = (kind: Check['kind']): boolean[] =>
    exercise.checks
      .filter((check) => check.kind === kind && check.withdrawn === undefined)
      .map((check) => results.get(check)?.status === 'passed');
  const references = provingChecks(exercise).map((check) => results.get(check)?.status === 'passed');
  const laws = passes('property');
  // An exercise without a unique answer is proven if all its laws hold.
  const isWithdrawn = exercise.checks.some((check) => check.kind === 'reference' && check.withdrawn !== undefined);
  const hasLaws = laws.length > 0 || isWithdrawn;
  const proven = references.length > 0 ? references.includes(true) : hasLaws && !laws.includes(false);
  const standing = {
    hasReferences: references.length > 0,
    isProven: proven,
    isAccountedFor: (field: string) => fieldIsAccountedFor(exercise, field, outcomes),
  };
  return exercise.checks.map((check) => {
    const taken = withdrawn(check);
    if (taken !== undefined) return taken;
    const isConstantAlone = check.kind === 'reference' && !proven && results.get(check)?.status === 'passed';
    const reason = isConstantAlone ? 'reference-first' : kindOf(check).waitsFor(check, standing);
    return reason === undefined ? (results.get(check) ?? skipped(check, 'stopped')) : skipped(check, reason);
  });
}

/** A check that the course has withdrawn is skipped for every submission. */
function withdrawn(check: Check): CheckResult | undefined {
  if (check.withdrawn === undefined) return undefined;
  return skipped(check, check.withdrawn === 'given' ? 'points-given' : 'left-out');
}

function statusOf(all: readonly CheckResult[], outcomes: Outcomes): ExerciseStatus {
  const stopped = firstStopped(outcomes);
  if (stopped !== undefined)
    return stopped.status === 'timeout' || stopped.status === 'memory' ? stopped.status : 'crashed';
  const checks = all.filter(({ check }) => check.withdrawn === undefined);
  // A fully withdrawn exercise can't fail.
  if (all.length > 0 && checks.every(({ status }) => status === 'passed')) return 'passed';
  if (checks.length > 0 && checks.every(isJudgedLater)) return 'answered';
  return [...outcomes.values()].every(({ status }) => status === 'threw') ? 'error' : 'failed';
}

function isJudgedLater({ finding }: CheckResult): boolean {
  return finding?.id === 'skipped' && finding.reason === 'when-graded';
}

function problemOf(status: ExerciseStatus, outcomes: Outcomes): ExerciseProblem | undefined {
  const stopped = firstStopped(outcomes);
  if (stopped !== undefined) return { status: 'stopped', outcome: stopped };
  const [first] = outcomes.values();
  return status === 'error' && first?.status === 'threw' ? { status: 'throws', error: first.error } : undefined;
}

function firstStopped(outcomes: Outcomes): Outcome | undefined {
  return [...outcomes.values()].find(({ status }) => status !== 'returned' && status !== 'threw');
}
