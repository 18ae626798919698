import { execute } from '../../execution';
import { encodeJson, tensorsIn, type Value } from '../../execution/values';
import { Random, type CaseSpec, type ExerciseSpec } from '../../pipeline/course/spec';
import { failing, type Failure } from './claims';

/** Each check has public cases, which differ, and hidden cases from the seed. */
export function proveCases(exercise: ExerciseSpec): readonly Failure[] {
  return [...drawn(exercise), ...drawnAnswers(exercise), ...shown(exercise), ...twins(exercise), ...sizes(exercise)];
}

/** A check on fixed cases only could be passed with a lookup table. */
function drawn(exercise: ExerciseSpec): readonly Failure[] {
  const failure = failing('drawn', exercise.name);
  const repair = 'add a randomCase with hidden copies to the cases that it is on';
  return exercise.checks
    .filter(({ on }) => !casesOf(exercise, on).some(isDrawn))
    .map(({ id }) => failure(`the check ${id} has no case that the hidden seed draws`, repair));
}

/**
 * Drawn inputs with the same answer for every seed leave a check to a table of answers. A single answer for all cases is
 * fine: such a check earns nothing alone, see Note [Constants prove nothing].
 */
function drawnAnswers(exercise: ExerciseSpec): readonly Failure[] {
  if (exercise.async === true) return [];
  return exercise.checks.flatMap(({ id, kind, on }): Failure[] => {
    const cases = casesOf(exercise, on);
    if (kind !== 'reference' || !cases.some(isDrawn)) return [];
    const first = new Map(cases.map((one) => [one, answerTo(exercise, one, 1)]));
    const isDrawnToo = (one: CaseSpec): boolean =>
      isDrawn(one) && seedsOfAnswers.some((seed) => answerTo(exercise, one, seed) !== first.get(one));
    if (cases.some(isDrawnToo) || new Set(first.values()).size === 1) return [];
    return [
      {
        claim: 'drawn',
        exercise: exercise.name,
        what: `the check ${id} has drawn cases, and the same answers for every seed`,
        repair: 'draw a case whose answer depends on what is drawn',
      },
    ];
  });
}

/** Enough that truth values and labels don't meet by chance in all of them. */
const seedsOfAnswers = Array.from({ length: 24 }, (_, index) => index + 2);

function answerTo({ reference, arguments: names }: ExerciseSpec, one: CaseSpec, seed: number): string {
  const random = new Random(seed);
  const calls = one.calls(random).map((inputs) => names.map((name) => inputs[name]));
  const outcome = execute(reference, { kind: 'calls', calls, apply: one.apply?.(random) });
  return JSON.stringify(outcome.status === 'returned' ? outcome.values.map(encodeJson) : outcome.status);
}

/** Students can't find failures that only hidden cases show. */
function shown(exercise: ExerciseSpec): readonly Failure[] {
  const failure = failing('cases', exercise.name);
  const repair = 'add a fixedCase, or public copies, to the cases that it is on';
  return exercise.checks
    .filter(({ on }) => !casesOf(exercise, on).some(({ copies }) => copies.public > 0))
    .map(({ id }) => failure(`the check ${id} has no public case`, repair));
}

/** Cases with the same inputs are redundant. */
function twins({ name, cases }: ExerciseSpec): readonly Failure[] {
  const first = new Map<string, string>();
  return cases.flatMap((one): Failure[] => {
    const asked = askedBy(one, 1);
    const known = first.get(asked);
    if (known === undefined) {
      first.set(asked, one.id);
      return [];
    }
    const what = `the cases ${known} and ${one.id} ask the same`;
    return [failing('cases', name)(what, 'change the inputs of one, or drop it')];
  });
}

/**
 * A transposed tensor, or a sum over the wrong axis, only shows if sizes differ. Without a reference check, hidden
 * cases may resemble public ones.
 */
function sizes({ name, cases, checks }: ExerciseSpec): readonly Failure[] {
  const shapes = cases.map(({ calls }) => calls(new Random(1)).map((inputs) => shapesIn(inputs)));
  const hasTensors = shapes.some((calls) => calls.some((call) => call.length > 0));
  const different = new Set(shapes.map((one) => JSON.stringify(one)));
  const isCompared = checks.some(({ kind }) => kind === 'reference');
  if (!isCompared || cases.length < 2 || !hasTensors || different.size > 1) return [];
  const what = 'the tensors of all cases have the same shapes';
  return [failing('cases', name)(what, 'draw a case with other sizes, no two of them equal')];
}

function casesOf({ cases }: ExerciseSpec, on: readonly string[] | undefined): readonly CaseSpec[] {
  return cases.filter((one) => on?.includes(one.id) ?? !one.reserved);
}

/** Whether two seeds give different cases: other inputs, or other calls of a returned function. */
function isDrawn(one: CaseSpec): boolean {
  return one.copies.hidden > 0 && rounded(askedBy(one, 1)) !== rounded(askedBy(one, 2));
}

/** Numbers that agree to six digits have results within most bounds. */
function rounded(asked: string): string {
  return asked.replace(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi, (number) => Number(number).toPrecision(6));
}

function askedBy({ calls, apply }: CaseSpec, seed: number): string {
  const random = new Random(seed);
  const lists = calls(random).map((inputs) => encodeJson(inputs));
  return JSON.stringify([lists, apply?.(random).map((list) => encodeJson(list))]);
}

function shapesIn(inputs: Value): readonly (readonly number[])[] {
  return [...tensorsIn(inputs)].map(({ tensor }) => tensor.shape);
}
