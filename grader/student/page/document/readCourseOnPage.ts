import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digitsFiles } from '../../../../data/digits/digitsFiles';
import { loadPublicAssignment, readCourse, type Checkout } from '../../../pipeline/course';
import type { PageCourse } from './pageDocument';
import type { AssignmentOnPage } from './settings';

/** Reads what the page holds of a course: assignments, public checks, and the images that everyone has. */
export async function readCourseOnPage(checkout: Checkout): Promise<PageCourse> {
  const { root, engine } = checkout;
  const { title, assignments: ids } = await readCourse(root);
  const packed = new Map<string, Uint8Array>();
  const assignments: AssignmentOnPage[] = [];
  for (const id of ids) {
    const folder = join(root, 'assignments', id);
    const { title: own, file, exercises } = await loadPublicAssignment(checkout, id);
    packed.set(id, gzipSync(await readFile(join(folder, 'public.json')), { level: 9 }));
    assignments.push({
      id,
      file,
      title: { en: own, zh: (await headingOf(join(folder, 'README.zh-CN.md'))) ?? own },
      // Questions are answered in a file of their own, which the page does not open.
      exercises: exercises.flatMap(({ name, question }) => (question === undefined ? [name] : [])),
      skeleton: await readFile(join(folder, file), 'utf8').catch(() => ''),
    });
  }
  packed.set('digits', await readFile(join(engine, 'data', 'digits', digitsFiles.train.name)));
  return { course: { title, assignments }, packed };
}

/** The first heading of a handout, without the assignment's number. */
async function headingOf(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^# +(?:\d+[ .·:：]*)?(.+)$/m.exec(text)?.[1]?.trim();
}
