import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const courseSchema = z.strictObject({
  title: z.string().min(1),
  /** Seeds the public cases. Changing it changes every public.json. */
  publicSeed: z.string().min(1),
  /** Ids of the assignments, in order. */
  assignments: z.array(z.string().regex(/^\d\d-[a-z0-9-]+$/, 'an id is two digits and a name, such as 03-losses')).min(1),
});

export type Course = z.infer<typeof courseSchema>;

/** Reads `assignments/course.json`. @throws with the place and the rule that is broken */
export async function readCourse(root: string): Promise<Course> {
  const path = join(root, 'assignments', 'course.json');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} is missing: it names the assignments of the course`);
  });
  const parsed = courseSchema.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data;
  throw new Error(`assignments/course.json is not right:\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
