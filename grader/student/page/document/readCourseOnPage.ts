import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { digitsFiles } from '../../../../data/digits/digitsFiles';
import { loadPublicAssignment, readCourse, type Checkout } from '../../../pipeline/course';
import type { Exercise } from '../../../pipeline/types';
import { answersName } from '../../../pipeline/words/answersName';
import type { PageCourse } from './pageDocument';
import { answersOf, type AssignmentOnPage } from './settings';

/** Reads the parts of a course that the page contains: assignments, public checks, and public images. */
export async function readCourseOnPage(checkout: Checkout): Promise<PageCourse> {
  const { root, engine } = checkout;
  const { title, assignments: ids } = await readCourse(root);
  const packed = new Map<string, Uint8Array>();
  const assignments: AssignmentOnPage[] = [];
  for (const id of ids) {
    const folder = join(root, 'assignments', id);
    const { title: own, file, exercises } = await loadPublicAssignment(checkout, id);
    packed.set(id, gzipSync(await readFile(join(folder, 'public.json')), { level: 9 }));
    const title = { en: own, zh: (await headingOf(join(folder, 'README.zh-CN.md'))) ?? own };
    const add = async (as: string, name: string, asked: readonly Exercise[]): Promise<void> => {
      if (asked.length === 0) return;
      const skeleton = await readFile(join(folder, name), 'utf8').catch(() => '');
      const renamed = asked.flatMap((one) => (one.formerNames ? [[one.name, one.formerNames] as const] : []));
      const formerNames = renamed.length > 0 ? { formerNames: Object.fromEntries(renamed) } : {};
      assignments.push({
        id: as,
        file: name,
        title,
        exercises: asked.map((one) => one.name),
        ...formerNames,
        skeleton,
      });
    };
    const isQuestion = ({ question }: Exercise): boolean => question !== undefined;
    await add(id, file, file === answersName ? exercises : exercises.filter((one) => !isQuestion(one)));
    if (file !== answersName) await add(answersOf(id), answersName, exercises.filter(isQuestion));
  }
  packed.set('digits', await readFile(join(engine, 'data', 'digits', digitsFiles.train.name)));
  return { course: { title, assignments }, packed };
}

/** The first heading of a handout, without the assignment's number. */
async function headingOf(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^# +(?:\d+[ .·:：]*)?(.+)$/m.exec(text)?.[1]?.trim();
}
