import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { courseSchema, knownKeys } from './courseSchema';

export type Course = Readonly<z.output<typeof courseSchema>>;

const fileName = 'assignments/course.json';

/** Reads `assignments/course.json`. @throws with the place and the rule that is broken */
export async function readCourse(root: string): Promise<Course> {
  const path = join(root, 'assignments', 'course.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} is missing: it names the assignments of the course`);
  });
  return parseCourse(text);
}

/** As `readCourse`, from the file's text. */
export function parseCourse(text: string): Course {
  const parsed = courseSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new Error(
    [`${fileName} is not right:`, ...parsed.error.issues.flatMap(describe).map((line) => `  ${line}`)].join('\n'),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${fileName} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}

function describe(issue: z.core.$ZodIssue): readonly string[] {
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  const at = (what: string): string => (place === '' ? what : `${place.replace(/^\./, '')}: ${what}`);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at(`there is no field "${key}"; ${suggestion(key, knownKeys(issue.path))}`));
  }
  return [at(issue.message.endsWith('received undefined') ? 'is missing' : issue.message)];
}

function suggestion(key: string, known: readonly string[]): string {
  const near = closest(key, [...known]);
  return distance(key.toLowerCase(), near.toLowerCase()) <= Math.max(2, near.length / 3)
    ? `did you mean "${near}"?`
    : `known: ${known.join(', ')}`;
}
