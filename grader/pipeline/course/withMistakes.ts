import { partOf, plainEvaluation, plainEvaluations, tellingCases } from '../checks';
import type { Case, Exercise, KnownMistake, Outcome, ShiftedLosses } from '../types';
import { execute } from '../../execution';
import { hintsOf, type MistakeHints } from './hintsOf';
import { OutcomesInOrder } from './OutcomesInOrder';
import { shiftedLosses } from './shiftedLosses';
import { signaturesOf } from './signaturesOf';
import type { AssignmentSpec, ExerciseFunction, ExerciseSpec } from './spec/spec';

/**
 * Exercises with their known mistakes, which are run on their cases once someone asks.
 *
 * @param prepared - in the order of the spec's; mistakes that they have are replaced
 */
export function withMistakes(spec: AssignmentSpec, prepared: readonly Exercise[]): readonly Exercise[] {
  const own = new Map<string, readonly KnownMistake[]>();
  const exercises = spec.exercises.flatMap((author, index) => {
    const exercise = prepared[index];
    if (exercise === undefined) return [];
    const asked = askedCases(exercise);
    own.set(author.name, ownMistakes(author, exercise, asked, spec));
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
    return knownMistake(id, hints, undefined, make, asked);
  });
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

/** As a submission is run: again for the hidden cases. Of those only what mistakes are recognised by is kept. */
function* runMistake(
  make: () => ExerciseFunction,
  { cases, telling }: AskedCases,
): Generator<readonly [string, Outcome], void> {
  for (const visibility of ['public', 'hidden'] as const) {
    let run: ExerciseFunction | undefined;
    for (const one of cases) {
      if (one.visibility !== visibility) continue;
      run ??= make();
      const outcome = execute(run, plainEvaluation(one).evaluation);
      if (visibility === 'public' || telling.has(one.id)) yield [one.id, outcome];
    }
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
