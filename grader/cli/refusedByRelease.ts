import type { Refusals } from '../author/release';
import type { Course } from '../pipeline/course';
import type { Installation } from './installation';
import { sourcesOf } from './proofOf';

/**
 * What `release` would refuse. With `onlyChanged`, files are checked only if this exact state has not passed before.
 *
 * @param proving - the proof running in parallel; it writes to the same store, which takes one writer at a time
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
