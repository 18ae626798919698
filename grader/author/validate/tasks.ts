import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { type Checkout, loadSpec, prepareAssignment, sourceFolder, type Seeds } from '../../pipeline/course';
import { makeMutants, MutantJudge, type Mutant, type MutantJudgement } from '../mutants';
import { mutantsOfChosen, type Chosen } from './chosenExercises';
import type { Failure } from './claims';
import { withoutCostly, withoutCostlyMutants } from './costly';
import { proveInSandbox, type SandboxProof } from './sandboxClaims';
import { proveTypes, type TypeFailures } from './typeClaims';
import { proveSeed, type SeedProof, type SeedTask } from './proveSeed';
import { proveWritten, type WrittenOptions } from './writtenClaims';

/** A share of the proof for one process. */
export type Task =
  | { readonly kind: 'seed'; readonly id: string; readonly task: SeedTask }
  | {
      readonly kind: 'mutants';
      readonly id: string;
      readonly seeds: Seeds;
      readonly from: number;
      readonly to: number;
      readonly chosen?: Chosen;
    }
  | { readonly kind: 'sandbox'; readonly id: string; readonly seeds: Seeds }
  | { readonly kind: 'written'; readonly id: string; readonly options: WrittenOptions }
  | { readonly kind: 'types'; readonly ids: readonly string[] };

export type TaskResult =
  | { readonly kind: 'seed'; readonly proof: SeedProof }
  | { readonly kind: 'mutants'; readonly judgements: readonly MutantJudgement[] }
  | { readonly kind: 'sandbox'; readonly proof: SandboxProof }
  | { readonly kind: 'written'; readonly failures: readonly Failure[] }
  | { readonly kind: 'types'; readonly failures: TypeFailures };

/** Runs tasks, caching what several tasks of one assignment need. */
export class TaskRunner {
  readonly #specs = new Map<string, Promise<AssignmentSpec>>();
  readonly #judges = new Map<string, Promise<{ readonly judge: MutantJudge; readonly mutants: readonly Mutant[] }>>();

  /** @param childCommand - program and arguments that start a submission's process */
  constructor(
    private readonly checkout: Checkout,
    private readonly childCommand: readonly string[],
  ) {}

  async run(task: Task): Promise<TaskResult> {
    if (task.kind === 'types') return { kind: 'types', failures: await proveTypes(this.checkout, task.ids) };
    const spec = await this.#spec(task.id);
    if (task.kind === 'seed') return { kind: 'seed', proof: await proveSeed(spec, task.task) };
    if (task.kind === 'sandbox') {
      return { kind: 'sandbox', proof: await proveInSandbox(this.checkout, spec, task.seeds, this.childCommand) };
    }
    if (task.kind === 'written')
      return { kind: 'written', failures: await proveWritten(this.checkout, spec, task.options) };
    const { judge, mutants } = await this.#judge(task.id, task);
    // All are compiled at once, but judged one after the other.
    const judged = await Promise.all(mutants.slice(task.from, task.to).map((mutant) => judge.judge(mutant)));
    return { kind: 'mutants', judgements: judged.flat() };
  }

  #spec(id: string): Promise<AssignmentSpec> {
    return remembered(this.#specs, id, async () => (await loadSpec(this.checkout, id)).spec);
  }

  #judge(
    id: string,
    { seeds, chosen }: { readonly seeds: Seeds; readonly chosen?: Chosen },
  ): Promise<{ readonly judge: MutantJudge; readonly mutants: readonly Mutant[] }> {
    return remembered(this.#judges, id, async () => {
      const spec = await this.#spec(id);
      const text = await readFile(join(sourceFolder(this.checkout, id), spec.file), 'utf8');
      return {
        judge: new MutantJudge(text, await prepareAssignment(withoutCostly(spec), seeds, '')),
        mutants: mutantsOf(spec, text, chosen),
      };
    });
  }
}

/** The same in every process, so tasks can refer to them by index. */
export function mutantsOf(spec: AssignmentSpec, text: string, chosen: Chosen): readonly Mutant[] {
  const { id, file, exercises } = spec;
  const names = exercises.map(({ name }) => name);
  const mutants = makeMutants(text, `solutions/${id}/${file}`, names);
  return withoutCostlyMutants(mutantsOfChosen(mutants, chosen), spec);
}

function remembered<T>(known: Map<string, Promise<T>>, id: string, make: () => Promise<T>): Promise<T> {
  const promise = known.get(id) ?? make();
  known.set(id, promise);
  return promise;
}
