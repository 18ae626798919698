import type { Refusals } from '../author/release';
import type { Course } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';

/**
 * What `release` would refuse; the files of all assignments are not looked at again in the state that was right before.
 *
 * @param proving - what runs meanwhile and keeps what it finds, too, where only one may write at a time
 */
export async function refusedByRelease(
  installation: Installation,
  course: Course,
  ids: readonly string[],
  { onlyChanged, proving }: { readonly onlyChanged: boolean; readonly proving: Promise<unknown> },
): Promise<Refusals> {
  const { findRefusals, refusalsOfStaff } = await import('../author/release');
  const { KeptProofs, ofAll } = await import('../author/validate');
  const kept = await KeptProofs.open(installation, sourcesOf(installation));
  if (onlyChanged && kept.has(ofAll, 'draft'))
    return { files: [], staff: await refusalsOfStaff(installation.root, course) };
  const refusals = await findRefusals(installation, course, ids);
  await proving;
  const isAll = course.assignments.every((id) => ids.includes(id));
  if (isAll && refusals.files.length === 0) await kept.keep([ofAll], 'draft');
  return refusals;
}
