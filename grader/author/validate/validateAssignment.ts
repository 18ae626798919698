import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { type Checkout, loadSpec, prepareAssignment, type Seeds } from '../../pipeline/course';
import { sourceFolder } from '../../pipeline/course';
import { isRecordOf, readEquivalentMutants, type EquivalentMutant, type MutantJudgement } from '../mutants';
import { failuresOfChosen, isChosen, withChosen, type Chosen } from './chosenExercises';
import { isCostly } from './costly';
import { claims, mergeFailures, type ClaimId, type Failure } from './claims';
import { withoutEchoes } from './echoes';
import { mergeFigures, type ExerciseFigures, type Measured } from './figures';
import { proveMargins } from './proveMargins';
import type { SeedProof } from './proveSeed';
import { tooSlow, type SandboxProof } from './sandboxClaims';
import { repeatedSeeds, seedsOfDraft, seedsOfProof, thoroughSeeds } from './seedsOfProof';
import { mutantsOf, type Task, type TaskResult } from './tasks';
import { weighMutants, type MutantProof } from './weighMutants';
import type { Urgency } from './WorkerPool';
import { proveWritten, warnings } from './writtenClaims';

export interface ValidateOptions {
  readonly checkout: Checkout;
  /** Seed of the released cases, which is the first seed of the proof. */
  readonly publicSeed: string;
  /** Two seeds, no mutants, no processes: an answer within seconds. */
  readonly draft: boolean;
  /** Seeds to prove it on, if it is no draft; 20 unless given. */
  readonly seeds?: number | undefined;
  /** Proves these exercises alone, and not the assignment as a submission. */
  readonly chosen?: Chosen;
  /** Its files were generated just now. */
  readonly isGenerated?: boolean;
  /** Does one share of the work, here or in another process. */
  readonly runTask: (task: Task, urgency?: Urgency) => Promise<TaskResult>;
}

/** All that was found out about one assignment. */
export interface AssignmentProof {
  readonly id: string;
  readonly draft: boolean;
  /** Exercises that it is about; undefined for all. */
  readonly chosen?: Chosen;
  readonly spec: AssignmentSpec | undefined;
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  /** What was not looked at. */
  readonly skipped: readonly ClaimId[];
  readonly seeds: number;
  readonly figures: readonly ExerciseFigures[];
  readonly mutants: MutantProof | undefined;
  /** The solution's slowest exercise as a submission; undefined where it was not run so. */
  readonly slowest: Measured | undefined;
  readonly seconds: number;
}

const mutantsPerTask = 25;
const skippedInDraft: readonly ClaimId[] = ['skeleton', 'repeatable', 'mutants', 'time'];
/** What takes a submission of all exercises. */
const skippedOfChosen: readonly ClaimId[] = ['skeleton'];

/** Proves an assignment fair, or says what keeps it from being so. */
export async function validateAssignment(id: string, options: ValidateOptions): Promise<AssignmentProof> {
  const begin = performance.now();
  const proof = await prove(id, options).catch((error: Error): Omit<AssignmentProof, 'seconds'> => ({
    ...unproven(id, options),
    failures: [
      {
        claim: 'prepares',
        exercise: undefined,
        what: error.message,
        where: `solutions/${id}`,
        repair: 'repair what the message names',
      },
    ],
  }));
  return { ...proof, seconds: (performance.now() - begin) / 1000 };
}

async function prove(id: string, options: ValidateOptions): Promise<Omit<AssignmentProof, 'seconds'>> {
  const { checkout, draft, chosen } = options;
  const whole = (await loadSpec(checkout, id)).spec;
  const spec = withChosen(whole, chosen);
  const unprepared = preparationFailure(spec, options);
  if (unprepared !== undefined) {
    const failures = mergeFailures(
      failuresOfChosen(withoutEchoes(await proveWritten(checkout, whole, options), unprepared), chosen),
    );
    const nothing = unproven(id, options);
    return {
      ...nothing,
      spec,
      failures,
      skipped: failures.includes(unprepared) ? nothing.skipped : ['prepares', ...nothing.skipped],
    };
  }
  const [seeds, written, mutants, sandbox] = await Promise.all([
    proveSeeds(spec, options),
    proveWritten(checkout, whole, options),
    draft ? undefined : proveMutants(whole, options).catch(mutantsFailure),
    draft || chosen !== undefined ? undefined : proveAsSubmission(spec, options).catch(sandboxFailure),
  ]);
  const failures = [
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

/** Why the spec can't be run at all: a reference that throws, a mistake without hints. */
function preparationFailure(spec: AssignmentSpec, options: ValidateOptions): Failure | undefined {
  try {
    prepareAssignment(spec, seedsNumber(1, options), '');
    return undefined;
  } catch (error) {
    return {
      claim: 'prepares',
      exercise: undefined,
      what: (error as Error).message,
      repair: 'repair what the message names',
    };
  }
}

async function proveAsSubmission(spec: AssignmentSpec, options: ValidateOptions): Promise<SandboxProof | undefined> {
  const task = { kind: 'sandbox', id: spec.id, seeds: seedsNumber(1, options) } as const;
  const result = await options.runTask(task, spec.exercises.some(isCostly) ? 'first' : 'in turn');
  return result.kind === 'sandbox' ? result.proof : undefined;
}

function mutantsFailure(error: Error): MutantProof {
  const what = `mutants can't be judged: ${error.message}`;
  const failure: Failure = { claim: 'mutants', exercise: undefined, what, repair: 'repair what the message names' };
  return { failures: [failure], figures: [], survivors: [] };
}

function sandboxFailure(error: Error): SandboxProof {
  const failure = {
    claim: 'skeleton',
    exercise: undefined,
    what: `it can't be graded as a submission: ${error.message}`,
  } as const;
  return { failures: [{ ...failure, repair: 'repair what the message names' }], slowest: { value: 0, of: '' } };
}

function seedsOf({ draft, seeds = seedsOfProof }: ValidateOptions): number {
  return draft ? seedsOfDraft : seeds;
}

async function proveSeeds(
  spec: AssignmentSpec,
  options: ValidateOptions,
): Promise<{ readonly failures: readonly Failure[]; readonly figures: readonly ExerciseFigures[] }> {
  const run = async (number: number, costly: boolean): Promise<readonly SeedProof[]> => {
    const thorough = !options.draft && number <= thoroughSeeds;
    const repeated = !options.draft && number <= repeatedSeeds && !costly;
    const task = { number, seeds: seedsNumber(number, options), thorough, repeated, costly, chosen: options.chosen };
    const result = await options
      .runTask({ kind: 'seed', id: spec.id, task }, costly ? 'first' : 'in turn')
      .catch((error: Error) => seedFailure(number, error));
    return result.kind === 'seed' ? [result.proof] : [];
  };
  const numbers = Array.from({ length: seedsOf(options) }, (_, index) => index + 1);
  const proofs = await Promise.all([
    ...(spec.exercises.some(isCostly) ? [run(1, true)] : []),
    ...numbers.map((number) => run(number, false)),
  ]);
  const all = proofs.flat();
  return {
    failures: all.flatMap(({ failures }) => failures),
    figures: mergeFigures(all.flatMap(({ figures }) => figures)),
  };
}

function seedFailure(number: number, error: Error): TaskResult {
  const what = `the proof could not be finished: ${error.message}`;
  const failure = {
    claim: 'prepares',
    exercise: undefined,
    what,
    repair: 'look for what takes the process down',
    seeds: [number],
  } as const;
  return { kind: 'seed', proof: { failures: [failure], figures: [] } };
}

async function proveMutants(spec: AssignmentSpec, options: ValidateOptions): Promise<MutantProof> {
  const text = await readFile(join(sourceFolder(options.checkout, spec.id), spec.file), 'utf8');
  const count = mutantsOf(spec, text, options.chosen).length;
  const starts = Array.from({ length: Math.ceil(count / mutantsPerTask) }, (_, index) => index * mutantsPerTask);
  const judgements = await Promise.all(
    starts.map(async (from): Promise<readonly MutantJudgement[]> => {
      const task = {
        kind: 'mutants',
        id: spec.id,
        seeds: seedsNumber(1, options),
        from,
        to: from + mutantsPerTask,
        chosen: options.chosen,
      } as const;
      const result = await options.runTask(task);
      return result.kind === 'mutants' ? result.judgements : [];
    }),
  );
  const judged = judgements.flat();
  const records = await readEquivalentMutants(options.checkout, spec.id);
  const isAsked = (record: EquivalentMutant): boolean =>
    judged.some(({ mutant, caught }) => !caught && isRecordOf(record, mutant));
  // Of mutants that were not made nothing is known: their records may be right.
  return weighMutants(spec.id, judged, options.chosen === undefined ? records : records.filter(isAsked));
}

// The first is the released one; the hidden seed of the course is no one's business.
function seedsNumber(number: number, { publicSeed }: ValidateOptions): Seeds {
  return { public: number === 1 ? publicSeed : `proof-public-${number}`, hidden: `proof-hidden-${number}` };
}
