import type { AssignmentSpec } from '../../pipeline/course/spec';
import { loadSpec, prepareAssignment, SpecProblem } from '../../pipeline/course';
import { failuresOfChosen, isChosen, withChosen, type Chosen } from './chosenExercises';
import { claims, failing, mergeFailures, type ClaimId, type Failure } from './claims';
import { addSpecFailure } from './addSpecFailure';
import type { ExerciseFigures, Measured } from './figures';
import { proveMargins } from './proveMargins';
import {
  proveAsSubmission,
  proveCompiles,
  proveFiles,
  proveMutants,
  proveSeeds,
  repairNamed,
  seedsNumber,
  seedsOf,
  type ValidateOptions,
} from './proveShares';
import { tooSlow } from './sandboxClaims';
import type { MutantProof } from './weighMutants';
import { proveWritten, warnings } from './writtenClaims';

/** The proof of one assignment. */
export interface AssignmentProof {
  readonly id: string;
  readonly draft: boolean;
  /** Proven exercises; undefined for all. */
  readonly chosen?: Chosen;
  readonly spec: AssignmentSpec | undefined;
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  /** Untested claims. */
  readonly skipped: readonly ClaimId[];
  readonly seeds: number;
  readonly figures: readonly ExerciseFigures[];
  readonly mutants: MutantProof | undefined;
  /** The solution's slowest exercise as a submission; undefined if it wasn't run. */
  readonly slowest: Measured | undefined;
  readonly seconds: number;
}

const skippedInDraft: readonly ClaimId[] = ['types', 'skeleton', 'repeatable', 'mutants', 'time'];
/** Claims that need a submission of all exercises. */
const skippedOfChosen: readonly ClaimId[] = ['types', 'skeleton'];

/** Proves that an assignment is fair, or reports why not. */
export async function validateAssignment(id: string, options: ValidateOptions): Promise<AssignmentProof> {
  const begin = performance.now();
  const proof = await prove(id, options).catch((error: Error) =>
    unusable(id, options, [failureOf(error, `solutions/${id}`)]),
  );
  return { ...proof, seconds: (performance.now() - begin) / 1000 };
}

async function prove(id: string, options: ValidateOptions): Promise<Omit<AssignmentProof, 'seconds'>> {
  const { checkout, draft, chosen } = options;
  const whole = (await loadSpec(checkout, id)).spec;
  const spec = withChosen(whole, chosen);
  const unprepared = await preparationFailure(spec, options);
  if (unprepared !== undefined) {
    const failures = mergeFailures(
      failuresOfChosen(addSpecFailure(await proveWritten(checkout, whole, options), unprepared), chosen),
    );
    const proof = await unusable(id, options, failures);
    return {
      ...proof,
      spec,
      skipped: failures.includes(unprepared) ? proof.skipped : ['prepares', ...proof.skipped],
    };
  }
  const isWhole = !draft && chosen === undefined;
  const [seeds, written, mutants, sandbox, types] = await Promise.all([
    proveSeeds(spec, options),
    proveFiles(id, options),
    draft ? undefined : proveMutants(whole, options),
    isWhole ? proveAsSubmission(spec, options) : undefined,
    isWhole ? proveCompiles(id, options) : [],
  ]);
  const failures = [
    ...types,
    ...written,
    ...seeds.failures,
    ...proveMargins(seeds.figures),
    ...(draft
      ? []
      : seeds.figures.flatMap(({ exercise, slowest }) => tooSlow(exercise, slowest, secondsOf(spec, exercise)))),
    ...(mutants?.failures ?? []),
    ...(sandbox?.failures ?? []),
  ];
  return {
    ...unproven(id, options),
    spec: { ...spec, exercises: spec.exercises.filter((one) => isChosen(chosen, one)) },
    failures: mergeFailures(failuresOfChosen(failures, chosen)),
    warnings: warnings(spec, draft).filter((warning) => isChosen(chosen, { name: warning.split(':', 1)[0] ?? '' })),
    skipped: draft ? skippedInDraft : chosen === undefined ? [] : skippedOfChosen,
    seeds: seedsOf(options),
    figures: seeds.figures,
    mutants,
    slowest: sandbox?.slowest,
  };
}

function secondsOf({ exercises }: AssignmentSpec, exercise: string): number | undefined {
  return exercises.find(({ name }) => name === exercise)?.seconds;
}

/** For an unusable spec, type errors have the line, while running it only shows consequences. */
async function unusable(
  id: string,
  options: ValidateOptions,
  failures: readonly Failure[],
): Promise<Omit<AssignmentProof, 'seconds'>> {
  const nothing = unproven(id, options);
  const types = await proveCompiles(id, options);
  return {
    ...nothing,
    failures: [...types, ...failures],
    skipped: nothing.skipped.filter((claim) => claim !== 'types'),
  };
}

function unproven(
  id: string,
  { draft, chosen }: Pick<ValidateOptions, 'draft' | 'chosen'>,
): Omit<AssignmentProof, 'seconds'> {
  const skipped = (Object.keys(claims) as ClaimId[]).filter((claim) => claim !== 'prepares');
  return {
    id,
    draft,
    chosen,
    spec: undefined,
    failures: [],
    warnings: [],
    skipped,
    seeds: 0,
    figures: [],
    mutants: undefined,
    slowest: undefined,
  };
}

/** Why the spec can't run at all: a reference that throws, a mistake without hints. */
async function preparationFailure(spec: AssignmentSpec, options: ValidateOptions): Promise<Failure | undefined> {
  try {
    await prepareAssignment(spec, seedsNumber(1, options), '');
    return undefined;
  } catch (error) {
    return failureOf(error as Error);
  }
}

function failureOf(error: Error, folder?: string): Failure {
  return error instanceof SpecProblem
    ? failing('prepares', undefined, error.where)(error.what, error.repair)
    : failing('prepares', undefined, folder)(error.message, repairNamed);
}
