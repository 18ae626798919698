import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { sourceFolder, type Checkout, type Seeds } from '../../pipeline/course';
import { isRecordOf, readEquivalentMutants, type EquivalentMutant } from '../mutants';
import type { Chosen } from './chosenExercises';
import { failing, type Failure } from './claims';
import { isCostly } from './costly';
import { mergeFigures, type ExerciseFigures } from './figures';
import type { SandboxProof } from './sandboxClaims';
import { repeatedSeeds, seedsOfDraft, seedsOfProof, thoroughSeeds } from './seedsOfProof';
import { mutantsOf, type Task, type TaskResult } from './tasks';
import { weighMutants, type MutantProof } from './weighMutants';
import type { Urgency } from './WorkerPool';

export interface ValidateOptions {
  readonly checkout: Checkout;
  /** Seed of the public cases, the first seed of the proof. */
  readonly publicSeed: string;
  /** Two seeds, no mutants, no processes: an answer within seconds. */
  readonly draft: boolean;
  /** Number of seeds of a full proof; 20 by default. */
  readonly seeds?: number | undefined;
  /** Only proves these exercises, and not the assignment as a submission. */
  readonly chosen?: Chosen;
  /** Its files were just generated. */
  readonly isGenerated?: boolean;
  /** Type-checks this assignment together with others, which takes little longer than one. */
  readonly compile?: () => Promise<TaskResult>;
  /** Runs one share of the work, here or in another process. */
  readonly runTask: (task: Task, urgency?: Urgency) => Promise<TaskResult>;
}

const mutantsPerTask = 25;

/** The repair for claims that could not be tested. */
export const repairNamed = 'repair what the message names';

export function seedsOf({ draft, seeds = seedsOfProof }: ValidateOptions): number {
  return draft ? seedsOfDraft : seeds;
}

// The first is the public one; the hidden seed of the course is not used.
export function seedsNumber(number: number, { publicSeed }: ValidateOptions): Seeds {
  return { public: number === 1 ? publicSeed : `proof-public-${number}`, hidden: `proof-hidden-${number}` };
}

/** Proves claims that depend on the cases, on each seed. */
export async function proveSeeds(
  spec: AssignmentSpec,
  options: ValidateOptions,
): Promise<{ readonly failures: readonly Failure[]; readonly figures: readonly ExerciseFigures[] }> {
  const run = async (number: number, costly: boolean): Promise<TaskResult> => {
    const thorough = !options.draft && number <= thoroughSeeds;
    const repeated = !options.draft && number <= repeatedSeeds && !costly;
    const task = { number, seeds: seedsNumber(number, options), thorough, repeated, costly, chosen: options.chosen };
    return options
      .runTask({ kind: 'seed', id: spec.id, task }, costly ? 'first' : 'in turn')
      .catch((error: Error): TaskResult => {
        const what = `the proof could not be finished: ${error.message}`;
        const failure = { ...failing('prepares')(what, 'look for what takes the process down'), seeds: [number] };
        return { kind: 'seed', proof: { failures: [failure], figures: [] } };
      });
  };
  const numbers = Array.from({ length: seedsOf(options) }, (_, index) => index + 1);
  const results = await Promise.all([
    ...(spec.exercises.some(isCostly) ? [run(1, true)] : []),
    ...numbers.map((number) => run(number, false)),
  ]);
  const proofs = results.flatMap((result) => (result.kind === 'seed' ? [result.proof] : []));
  return {
    failures: proofs.flatMap(({ failures }) => failures),
    figures: mergeFigures(proofs.flatMap(({ figures }) => figures)),
  };
}

/** Judges the mutants of the solution, in shares. */
export async function proveMutants(spec: AssignmentSpec, options: ValidateOptions): Promise<MutantProof> {
  const { id, file } = spec;
  const { checkout, chosen } = options;
  const seeds = seedsNumber(1, options);
  try {
    const count = mutantsOf(spec, await readFile(join(sourceFolder(checkout, id), file), 'utf8'), chosen).length;
    const starts = Array.from({ length: Math.ceil(count / mutantsPerTask) }, (_, index) => index * mutantsPerTask);
    const results = await Promise.all(
      starts.map((from) => options.runTask({ kind: 'mutants', id, seeds, from, to: from + mutantsPerTask, chosen })),
    );
    const judgements = results.flatMap((result) => (result.kind === 'mutants' ? result.judgements : []));
    const records = await readEquivalentMutants(checkout, id);
    const isAsked = (record: EquivalentMutant): boolean =>
      judgements.some(({ mutant, caught }) => !caught && isRecordOf(record, mutant));
    // Records of mutants that were not generated can't be verified.
    return weighMutants(id, judgements, chosen === undefined ? records : records.filter(isAsked));
  } catch (error) {
    const failure = failing('mutants')(`mutants can't be judged: ${(error as Error).message}`, repairNamed);
    return { failures: [failure], figures: [], survivors: [] };
  }
}

/** Proves what the files alone show, as a task: the figures of a handout can take seconds. */
export async function proveFiles(id: string, options: ValidateOptions): Promise<readonly Failure[]> {
  const { draft, seeds, isGenerated } = options;
  try {
    const result = await options.runTask({ kind: 'written', id, options: { draft, seeds, isGenerated } }, 'first');
    return result.kind === 'written' ? result.failures : [];
  } catch (error) {
    return [failing('figures')(`its figures can't be computed: ${(error as Error).message}`, repairNamed)];
  }
}

/** Compiles the assignment's sources. */
export async function proveCompiles(id: string, options: ValidateOptions): Promise<readonly Failure[]> {
  const { compile = () => options.runTask({ kind: 'types', ids: [id] }) } = options;
  try {
    const result = await compile();
    return result.kind === 'types' ? (result.failures[id] ?? []) : [];
  } catch (error) {
    return [failing('types')(`its types can't be checked: ${(error as Error).message}`, repairNamed)];
  }
}

/** Grades solution and skeleton as submissions. */
export async function proveAsSubmission(
  spec: AssignmentSpec,
  options: ValidateOptions,
): Promise<SandboxProof | undefined> {
  const task = { kind: 'sandbox', id: spec.id, seeds: seedsNumber(1, options) } as const;
  try {
    const result = await options.runTask(task, spec.exercises.some(isCostly) ? 'first' : 'in turn');
    return result.kind === 'sandbox' ? result.proof : undefined;
  } catch (error) {
    const what = `it can't be graded as a submission: ${(error as Error).message}`;
    const failure = failing('skeleton')(what, repairNamed);
    return { failures: [failure], slowest: { value: 0, of: '' } };
  }
}
