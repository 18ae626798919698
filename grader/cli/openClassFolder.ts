import { checkApart, lockFolder, makeFolder, type Preparation } from '../class/batch';
import { readRoster } from '../class/roster';
import { readCourse, type Course } from '../pipeline/course';
import { chooseAssignments } from './chooseAssignments';
import { openRequiredIsolation } from './gradeFolder';
import type { Installation } from './installation';
import { assertFolder } from './assertFolder';

export interface ClassFolderOptions {
  readonly out: string;
  readonly assignment?: readonly string[];
  readonly seed?: string;
  readonly roster?: string;
  readonly seconds: number;
  readonly allowWeakIsolation?: boolean;
}

/** A grader for a folder of submissions, with its results folder locked until `unlock`. */
export interface OpenClassFolder {
  readonly course: Course;
  readonly preparation: Preparation;
  readonly unlock: () => Promise<void>;
}

/** @throws UsageError if the folder can't be a class, and whatever its callees throw */
export async function openClassFolder(
  directory: string,
  options: ClassFolderOptions,
  installation: Installation,
): Promise<OpenClassFolder> {
  const { out, assignment: named = [] } = options;
  await assertFolder(directory, 'give the folder of submissions, with one folder or archive per student');
  if (options.roster !== undefined) await readRoster(options.roster);
  const course = await readCourse(installation.root);
  const preparation = {
    assignments: chooseAssignments(course, named),
    named: named.length > 0,
    seed: options.seed,
    isolation: openRequiredIsolation(course, options.allowWeakIsolation === true, installation.childCommand),
    secondsPerExercise: options.seconds,
  };
  await makeFolder(out);
  await checkApart(directory, out);
  return { course, preparation, unlock: await lockFolder(out) };
}
