import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseCourse } from '../../pipeline/course/readCourse';
import { describeWith, type Tool } from '../tools';

const root = resolve(__dirname, '../../..');

/** The course's assignments in order. */
export const courseIds = parseCourse(readFileSync(join(root, 'assignments', 'course.json'), 'utf8')).assignments;

/** An assignment other than 03-losses, which engine tests use as their example. */
export const anotherId = courseIds.find((id) => id !== '03-losses') ?? '';

/** `describe` for the content of these assignments. Without them the body does not run, so it may load their files. */
export function describeOf(...ids: readonly string[]): (name: string, body: () => void) => void {
  const missing = ids.filter((id) => !courseIds.includes(id));
  if (missing.length === 0) return describe;
  return (name) => describe.skip(name, () => it(`is about ${missing.join(', ')}`, () => undefined));
}

/** `describeOf` for tests that also need a tool. */
export function describeOfWith(ids: readonly string[], tool: Tool, name: string, body: () => void): void {
  if (ids.every((id) => courseIds.includes(id))) describeWith(tool, name, body);
  else describeOf(...ids)(name, body);
}

/** `it` for the content of these assignments. */
export function itOf(...ids: readonly string[]): (name: string, body: (() => void) | (() => Promise<void>)) => void {
  const missing = ids.filter((id) => !courseIds.includes(id));
  if (missing.length === 0) return it;
  return (name) => it.skip(`${name} (is about ${missing.join(', ')})`, () => undefined);
}

/** Whether a path contains an assignment number that the course lacks; handouts may mention removed assignments. */
export function isOfAbsent(path: string): boolean {
  const numbers = [...path.matchAll(/(?<!examples\/.*)\b\d\d-(?=[a-z])/g)].map(([number]) => number);
  return numbers.some((number) => !courseIds.some((id) => id.startsWith(number)));
}

/** The text of a course file; empty if the file does not exist. */
export function courseText(...path: readonly string[]): string {
  const file = join(root, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The current size of an assignment; zeros if the course lacks it. */
export function sizeOf(id: string): { readonly points: number; readonly checks: number; readonly exercises: number } {
  const { exercises } = publicFile.parse(
    JSON.parse(courseText('assignments', id, 'public.json') || '{"exercises":[]}'),
  );
  const checks = exercises.flatMap((one) => one.checks);
  const points = checks.reduce((sum, one) => sum + one.points, 0);
  return { points, checks: checks.length, exercises: exercises.length };
}

const publicFile = z.object({
  exercises: z.array(z.object({ checks: z.array(z.object({ points: z.number() })) })),
});
