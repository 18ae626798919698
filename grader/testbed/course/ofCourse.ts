import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseCourse } from '../../pipeline/course/readCourse';
import { describeWith, type Tool } from '../tools';

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

/** The same of what needs a tool as well. */
export function describeOfWith(ids: readonly string[], tool: Tool, name: string, body: () => void): void {
  if (ids.every((id) => courseIds.includes(id))) describeWith(tool, name, body);
  else describeOf(...ids)(name, body);
}

/** `it`, of what is about the content of these assignments. */
export function itOf(...ids: readonly string[]): (name: string, body: (() => void) | (() => Promise<void>)) => void {
  const missing = ids.filter((id) => !courseIds.includes(id));
  if (missing.length === 0) return it;
  return (name) => it.skip(`${name} (is about ${missing.join(', ')})`, () => undefined);
}

/**
 * Whether a path leads into an assignment whose number the course does not have: handouts and guides speak of those
 * that a course has let go of.
 */
export function isOfAbsent(path: string): boolean {
  const numbers = [...path.matchAll(/(?<!examples\/.*)\b\d\d-(?=[a-z])/g)].map(([number]) => number);
  return numbers.some((number) => !courseIds.some((id) => id.startsWith(number)));
}

/** A file of the course; empty where it is of an assignment that this one does not have. */
export function courseText(...path: readonly string[]): string {
  const file = join(root, ...path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** What an assignment has as the course is now, so that an exercise may be added; nothing where it is not there. */
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
