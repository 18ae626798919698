import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { AssignmentProof, Task, TaskResult, Urgency } from '../author/validate';
import type { Course } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';

/** The hidden command that does a share of the proof in a process of its own. */
export const workerCommand = 'validate-worker';
const maxWorkers = 8;

export interface Proving {
  readonly draft: boolean;
  /** As many as a proof needs, unless given. */
  readonly seeds?: number | undefined;
  /** Exercises that are proven alone. */
  readonly chosen?: readonly string[] | undefined;
  readonly onBegin: (id: string) => Promise<() => void>;
  readonly onProof?: (proof: AssignmentProof) => void;
}

/** Proves assignments, all side by side, shows them in the order of the course, and keeps which are proven. */
export async function proveAssignments(
  installation: Installation,
  { publicSeed }: Pick<Course, 'publicSeed'>,
  ids: readonly string[],
  { draft, seeds, chosen, onBegin, onProof = () => undefined }: Proving,
): Promise<readonly AssignmentProof[]> {
  const { engine } = installation;
  const { KeptProofs, seedsOfProof, validateAssignment, WorkerPool } = await import('../author/validate');
  const pool = new WorkerPool(
    [join(engine, 'grader', 'cli', 'bin.js'), workerCommand],
    Math.min(maxWorkers, availableParallelism()),
  );
  const proofs: AssignmentProof[] = [];
  const kept = await KeptProofs.open(installation, sourcesOf(installation));
  try {
    const runTask = (task: Task, urgency?: Urgency): Promise<TaskResult> => pool.run(task, urgency);
    // All at once, so that no processor waits for one assignment's last task.
    const proving = ids.map((id) =>
      validateAssignment(id, { checkout: installation, publicSeed, draft, seeds, chosen, runTask }),
    );
    for (const [index, id] of ids.entries()) {
      const stop = await onBegin(id);
      const proof = await proving[index]?.finally(stop);
      if (proof === undefined) continue;
      proofs.push(proof);
      onProof(proof);
    }
  } finally {
    pool.close();
  }
  const isWhole = !draft && chosen === undefined && (seeds ?? seedsOfProof) >= seedsOfProof;
  await kept.keep(isWhole ? proofs.filter(({ failures }) => failures.length === 0).map(({ id }) => id) : []);
  return proofs;
}
