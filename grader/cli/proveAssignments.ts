import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { AssignmentProof, Task, TaskResult, Urgency } from '../author/validate';
import type { Course } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';

/** Hidden command that does a share of the proof in a separate process. */
export const workerCommand = 'validate-worker';
const maxWorkers = 8;

export interface Proving {
  readonly draft: boolean;
  /** Default: as many as a full proof needs. */
  readonly seeds?: number | undefined;
  /** Exercises to prove; undefined for the whole assignment. */
  readonly chosen?: readonly string[] | undefined;
  /**
   * Called for each assignment with an earlier proof of this exact state, which is then skipped; without it, none is.
   */
  readonly onEarlier?: ((id: string) => void) | undefined;
  readonly onBegin: (id: string) => Promise<() => void>;
  readonly onProof?: (proof: AssignmentProof) => void;
}

/** Proves assignments in parallel, shows them in the course's order, and stores which are proven. */
export async function proveAssignments(
  installation: Installation,
  { publicSeed }: Pick<Course, 'publicSeed'>,
  ids: readonly string[],
  { draft, seeds, chosen, onEarlier, onBegin, onProof = () => undefined }: Proving,
): Promise<readonly AssignmentProof[]> {
  const { engine } = installation;
  const { KeptProofs, seedsOfProof, validateAssignment, WorkerPool } = await import('../author/validate');
  const pool = new WorkerPool(
    [join(engine, 'grader', 'cli', 'bin.js'), workerCommand],
    Math.min(maxWorkers, availableParallelism()),
  );
  const proofs: AssignmentProof[] = [];
  const kept = await KeptProofs.open(installation, sourcesOf(installation));
  const extent = draft ? 'draft' : 'whole';
  const isEarlier = (id: string): boolean => onEarlier !== undefined && kept.has(id, extent);
  try {
    const runTask = (task: Task, urgency?: Urgency): Promise<TaskResult> => pool.run(task, urgency);
    // Started all at once, so that no processor waits for one assignment's last task.
    let compiling: Promise<TaskResult> | undefined;
    const later = ids.filter((id) => !isEarlier(id));
    const compile = (): Promise<TaskResult> => (compiling ??= runTask({ kind: 'types', ids: later }, 'first'));
    const options = { checkout: installation, publicSeed, draft, seeds, chosen, compile, runTask };
    const proving = ids.map((id) => (isEarlier(id) ? undefined : validateAssignment(id, options)));
    for (const [index, id] of ids.entries()) {
      if (isEarlier(id)) {
        onEarlier?.(id);
        continue;
      }
      const stop = await onBegin(id);
      const proof = await proving[index]?.finally(stop);
      if (proof === undefined) continue;
      proofs.push(proof);
      onProof(proof);
    }
  } finally {
    pool.close();
  }
  const isAll = chosen === undefined && (draft || (seeds ?? seedsOfProof) >= seedsOfProof);
  const proven = proofs.filter(({ failures }) => isAll && failures.length === 0).map(({ id }) => id);
  await kept.keep(proven, extent);
  return proofs;
}
