import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseJson } from '../../files';
import { didYouMean } from '../words/didYouMean';
import { courseSchema, knownKeys } from './courseSchema';

export type Course = Readonly<z.output<typeof courseSchema>>;

const fileName = 'assignments/course.json';

/** Reads `assignments/course.json`. @throws with the place and the violated rule */
export async function readCourse(root: string): Promise<Course> {
  const path = join(root, 'assignments', 'course.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} is missing: it names the assignments of the course`);
  });
  return parseCourse(text);
}

/** Like `readCourse`, from the file's text. */
export function parseCourse(text: string): Course {
  const course = parseJson(text, courseSchema);
  if (course.status === 'read') return course.value;
  const lines = course.issues.flatMap(describe).map((line) => `  ${line}`);
  throw new Error(
    lines.length === 0 ? `${fileName} is not right: ${course.why}` : [`${fileName} is not right:`, ...lines].join('\n'),
  );
}

function describe(issue: z.core.$ZodIssue): readonly string[] {
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const at = (what: string): string => (place === '' ? what : `${place.replace(/^\./, '')}: ${what}`);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at(`there is no field "${key}"; ${didYouMean(key, knownKeys(issue.path))}`));
  }
  return [at(issue.message.endsWith('received undefined') ? 'is missing' : issue.message)];
}
