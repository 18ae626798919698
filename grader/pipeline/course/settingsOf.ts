import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ScheduledAssignment } from './courseSchema';
import type { CourseFolders } from './curriculum';
import { didYouMean } from '../words/didYouMean';
import { readCourse } from './readCourse';

/**
 * The course's settings for an assignment; empty for one that is not listed yet.
 *
 * @throws if the assignment is both own and taken over, or neither, if its source has none of that name, or if the
 *   course file is invalid
 */
export async function settingsOf({ root, engine }: CourseFolders, id: string): Promise<Partial<ScheduledAssignment>> {
  if (!existsSync(join(root, 'assignments', 'course.json'))) return {};
  const { schedule } = await readCourse(root);
  const settings: Partial<ScheduledAssignment> = schedule.find((one) => one.id === id) ?? {};
  if (root === engine) return settings;
  checkOrigin(id, settings, existsSync(join(root, 'solutions', id)));
  if (settings.from !== undefined) checkExists(id, settings.from, engine);
  return settings;
}

function checkOrigin(id: string, { from }: Partial<ScheduledAssignment>, isOwn: boolean): void {
  if (isOwn && from !== undefined)
    throw new Error(
      `assignments/course.json takes ${id} from ${from}, and there is a folder solutions/${id}; remove one of the two`,
    );
  if (!isOwn && from === undefined)
    throw new Error(
      `${id} has no folder solutions/${id}; give it one, or take it over with "from": "descent" in assignments/course.json`,
    );
}

function checkExists(id: string, from: string, engine: string): void {
  const folder = join(engine, 'solutions');
  const there = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'spec.ts')));
  if (!there.includes(id))
    throw new Error(
      `assignments/course.json takes ${id} from ${from}, which has none of that name; ${didYouMean(id, there)}`,
    );
}
