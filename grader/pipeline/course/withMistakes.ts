import { partOf, plainEvaluation, plainEvaluations, tellingCases } from '../checks';
import type { Case, Exercise, KnownMistake, Outcome, Outcomes, ShiftedLosses } from '../types';
import { execute, executeOf } from '../../execution';
import { hintsOf, type MistakeHints } from './hintsOf';
import { OutcomesInOrder } from './OutcomesInOrder';
import { shiftedLosses } from './shiftedLosses';
import { awaitPublicOutcomes, signaturesOf } from './signaturesOf';
import type { AssignmentSpec, ExerciseFunction, ExerciseSpec } from './spec/spec';

/**
 * Exercises with their known mistakes, which are run on their cases once someone asks; where answers are awaited, now.
 *
 * @param prepared - in the order of the spec's; mistakes that they have are replaced
 */
export async function withMistakes(spec: AssignmentSpec, prepared: readonly Exercise[]): Promise<readonly Exercise[]> {
  const own = new Map<string, readonly KnownMistake[]>();
  const answered: Answered = new Map();
  for (const [index, author] of spec.exercises.entries()) {
    const exercise = prepared[index];
    if (exercise?.async === true) await answerMistakes(author, exercise, answered);
  }
  const exercises = spec.exercises.flatMap((author, index) => {
    const exercise = prepared[index];
    if (exercise === undefined) return [];
    const asked = askedCases(exercise);
    own.set(author.name, ownMistakes(author, exercise, asked, spec, answered));
    return [{ author, exercise, asked }];
  });
  return exercises.map(({ author, exercise, asked }) => ({
    ...exercise,
    mistakes: [...(own.get(author.name) ?? []), ...carriedMistakes(author, asked, spec, own)],
  }));
}

/**
 * Exercises with their public cases alone, and their mistakes as they show on these: what they returned where all cases
 * are asked, since they are made again for the hidden ones.
 */
export function withPublicMistakes(prepared: readonly Exercise[]): readonly Exercise[] {
  return prepared.map((exercise) => {
    const shown = partOf.public(exercise);
    const ids = askedCases(shown).cases.map(({ id }) => id);
    return { ...shown, mistakes: exercise.mistakes.map((mistake) => onCases(mistake, ids)) };
  });
}

function onCases(mistake: KnownMistake, ids: readonly string[]): KnownMistake {
  // It has no outcomes of its own, and what it shows is of the public cases already.
  return mistake.fails === undefined
    ? { ...mistake, outcomes: new OutcomesInOrder(outcomesAmong(mistake, ids)) }
    : mistake;
}

function* outcomesAmong(
  { outcomes }: KnownMistake,
  ids: readonly string[],
): Generator<readonly [string, Outcome], void> {
  for (const id of ids) {
    const outcome = outcomes.get(id);
    if (outcome !== undefined) yield [id, outcome];
  }
}

function ownMistakes(
  spec: ExerciseSpec,
  exercise: Exercise,
  asked: AskedCases,
  assignment: AssignmentSpec,
  answered: Answered,
): readonly KnownMistake[] {
  return spec.mistakes.map(({ id, make, fails, holds }) => {
    const hints = hintsOf(assignment, spec.name, id);
    if (fails !== undefined) {
      const checks = fails.map((check) => `${spec.name}.${check}`);
      let shows: KnownMistake['shows'];
      return {
        id,
        ...hints,
        carriedFrom: undefined,
        outcomes: new Map(),
        fails: checks,
        holds,
        get shows() {
          return holds === undefined ? (shows ??= signaturesOf(exercise, make)) : undefined;
        },
      };
    }
    const outcomes = answered.get(make);
    if (outcomes !== undefined) return { id, ...hints, carriedFrom: undefined, outcomes };
    return knownMistake(id, hints, undefined, make, asked);
  });
}

/** What mistakes return whose answers are awaited. */
type Answered = Map<() => ExerciseFunction, Outcomes>;

async function answerMistakes({ mistakes }: ExerciseSpec, exercise: Exercise, answered: Answered): Promise<void> {
  for (const { make, fails, holds } of mistakes) {
    if (fails === undefined) answered.set(make, await awaitMistake(make, exercise));
    else if (holds === undefined) await awaitPublicOutcomes(exercise, make);
  }
}

async function awaitMistake(make: () => ExerciseFunction, exercise: Exercise): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const [run, one] of runsOfMistake(make, askedCases(exercise)))
    outcomes.set(one.id, await executeOf(exercise, run, plainEvaluation(one).evaluation));
  return outcomes;
}

/** Each mistake of a neighbour, as it shows through an exercise that is built on the neighbour. */
function carriedMistakes(
  spec: ExerciseSpec,
  asked: AskedCases,
  { exercises }: AssignmentSpec,
  own: ReadonlyMap<string, readonly KnownMistake[]>,
): readonly KnownMistake[] {
  return Object.entries(spec.buildsOn ?? {}).flatMap(([name, buildOn]) => {
    const neighbour = exercises.find((other) => other.name === name);
    if (neighbour === undefined) throw new Error(`${spec.name} builds on ${name}, which is no exercise of the file`);
    return (own.get(name) ?? []).flatMap(({ id, hints, translations, fails }, index) => {
      const make = neighbour.mistakes[index]?.make;
      // What shows in no value can't be recognised in what is built on it.
      return fails !== undefined || make === undefined
        ? []
        : knownMistake(id, { hints, translations }, name, () => buildOn(make()), asked);
    });
  });
}

// Most submissions make few mistakes: what a mistake returns is found out when first asked for.
function knownMistake(
  id: string,
  hints: MistakeHints,
  carriedFrom: string | undefined,
  make: () => ExerciseFunction,
  asked: AskedCases,
): KnownMistake {
  let losses: ShiftedLosses | undefined;
  return {
    id,
    ...hints,
    carriedFrom,
    outcomes: new OutcomesInOrder(runMistake(make, asked)),
    losses: (id, evaluation) => (losses ??= shiftedLosses(make()))(id, evaluation),
  };
}

/** Of hidden cases only what mistakes are recognised by is kept. */
function* runMistake(make: () => ExerciseFunction, asked: AskedCases): Generator<readonly [string, Outcome], void> {
  for (const [run, one] of runsOfMistake(make, asked)) {
    const outcome = execute(run, plainEvaluation(one).evaluation);
    if (one.visibility === 'public' || asked.telling.has(one.id)) yield [one.id, outcome];
  }
}

/** As a submission is run: made again for the hidden cases. */
function* runsOfMistake(
  make: () => ExerciseFunction,
  { cases }: Pick<AskedCases, 'cases'>,
): Generator<readonly [ExerciseFunction, Case], void> {
  for (const visibility of ['public', 'hidden'] as const) {
    let run: ExerciseFunction | undefined;
    for (const one of cases) if (one.visibility === visibility) yield [(run ??= make()), one];
  }
}

interface AskedCases {
  readonly cases: readonly Case[];
  readonly telling: ReadonlySet<string>;
}

// What a submission is asked, in the same order, since a mistake may depend on what was asked before.
function askedCases(exercise: Exercise): AskedCases {
  const ids = new Set(plainEvaluations(exercise).map(({ id }) => id));
  const telling = new Set(tellingCases(exercise).map(({ id }) => id));
  return { cases: exercise.cases.filter(({ id }) => ids.has(id)), telling };
}
