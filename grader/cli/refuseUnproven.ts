import { readCourse } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';
import { proveAssignments } from './proveAssignments';
import type { Progress } from './progress';

/**
 * Lets pass what `grader validate` has proven in this very state; the rest is proven as a draft, which takes seconds.
 *
 * @throws with what keeps an assignment from being fair
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
      ['nothing was released, since it is not fair:', ...faults.map((fault) => `  ${fault}`)].join('\n') +
        '\nrepair it and try again; --unproven releases it as it is',
    );
  progress.warn(
    `proven as a draft only, as it is now: ${unproven.join(', ')}; \`grader validate\` proves all of it, mutants included`,
  );
}
