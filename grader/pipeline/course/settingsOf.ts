import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ScheduledAssignment } from './courseSchema';
import type { CourseFolders } from './curriculum';
import { readCourse } from './readCourse';

/**
 * What the course says of an assignment; nothing of one that it doesn't list yet.
 *
 * @throws if it is unclear whose the assignment is, or the course file is not right
 */
export async function settingsOf({ root, engine }: CourseFolders, id: string): Promise<Partial<ScheduledAssignment>> {
  if (!existsSync(join(root, 'assignments', 'course.json'))) return {};
  const { schedule } = await readCourse(root);
  const settings = schedule.find((one) => one.id === id) ?? {};
  if (root !== engine) mustBeOnes(id, settings, existsSync(join(root, 'solutions', id)));
  return settings;
}

function mustBeOnes(id: string, { from }: Partial<ScheduledAssignment>, isOwn: boolean): void {
  if (isOwn && from !== undefined)
    throw new Error(
      `assignments/course.json takes ${id} from ${from}, and there is a folder solutions/${id}; remove one of the two`,
    );
  if (!isOwn && from === undefined)
    throw new Error(
      `${id} has no folder solutions/${id}; give it one, or take it over with "from": "descent" in assignments/course.json`,
    );
}
