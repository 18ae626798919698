import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseCourse } from '../../pipeline/course/readCourse';

const root = resolve(__dirname, '../../..');

/** The course's assignments in order. */
export const courseIds = parseCourse(readFileSync(join(root, 'assignments', 'course.json'), 'utf8')).assignments;

/** Any assignment but 03-losses, which tests of the engine take their examples from. */
export const anotherId = courseIds.find((id) => id !== '03-losses') ?? '';

/**
 * `describe` for what is about the content of these assignments. In a course without them its body is not even run, so
 * that it may load their files.
 */
export function describeOf(...ids: readonly string[]): (name: string, body: () => void) => void {
  const missing = ids.filter((id) => !courseIds.includes(id));
  if (missing.length === 0) return describe;
  return (name) => describe.skip(name, () => it(`is about ${missing.join(', ')}`, () => undefined));
}

/** A file of the course; empty where it is of an assignment that this one does not have. */
export function courseText(...path: readonly string[]): string {
  const file = join(root, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
