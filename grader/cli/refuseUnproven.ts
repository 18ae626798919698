import { readCourse } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';
import { proveAssignments } from './proveAssignments';
import type { Progress } from './progress';

/**
 * Accepts assignments that `grader validate` has proven in this exact state; proves the rest as a draft, which takes
 * seconds.
 *
 * @throws with the reasons why an assignment is not fair
 */
export async function refuseUnproven(
  installation: Installation,
  progress: Pick<Progress, 'say' | 'warn'>,
  prove = proveAssignments,
): Promise<void> {
  const { root } = installation;
  const course = await readCourse(root);
  const { KeptProofs, sentence } = await import('../author/validate');
  const kept = await KeptProofs.open(installation, sourcesOf(installation));
  const unproven = course.assignments.filter((id) => !kept.has(id, 'whole'));
  if (unproven.length === 0) return;
  const proofs = await prove(installation, course, unproven, {
    draft: true,
    onEarlier: () => undefined,
    onBegin: (id) => {
      progress.say(`proving ${id} as a draft`);
      return Promise.resolve(() => undefined);
    },
  });
  const faults = proofs.flatMap(({ id, failures }) => failures.map((failure) => sentence(failure, id, root)));
  if (faults.length > 0)
    throw new Error(
      ['nothing was released, because an assignment is not fair:', ...faults.map((fault) => `  ${fault}`)].join('\n') +
        '\nfix it and try again; --unproven releases it anyway',
    );
  progress.warn(
    `proven as a draft only in the current state: ${unproven.join(', ')}; \`grader validate\` gives the full proof, including mutants`,
  );
}
