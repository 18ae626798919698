import { rm } from 'node:fs/promises';
import { BatchRefusal, makeFolder, type BatchSettings, type Preparation } from '../class/batch';
import type { Course } from '../pipeline/course';
import { chooseAssignments } from './chooseAssignments';
import { UsageError } from './errors';
import { gradeFolder, openRequiredIsolation, type FolderToGrade } from './gradeFolder';
import type { Installation } from './installation';
import { openCourse } from './openCourse';
import { type OutputOptions } from './progress';

export interface RegradeOptions extends OutputOptions {
  readonly write?: boolean;
  readonly undo?: boolean;
  readonly submission?: readonly string[];
  readonly exercise?: readonly string[];
  readonly jobs: number;
  readonly seed?: string;
  readonly json?: string;
  readonly allowWeakIsolation?: boolean;
}

/** Same assignments and seed, current checks and grader. @throws UsageError if the seed differs */
export async function prepareAsBefore(
  out: string,
  settings: BatchSettings,
  {
    course,
    options,
    installation,
  }: { readonly course: Course; readonly options: RegradeOptions; readonly installation: Installation },
): Promise<Preparation> {
  const { scope, label } = await openCourse(installation, course, options.seed);
  if (scope !== settings.scope || label !== settings.seedLabel) {
    throw new UsageError(
      `${out} was graded with the hidden seed labelled ${settings.seedLabel}, but this one is ${label}: scores would change with the cases, not only with the checks; give the same --seed`,
    );
  }
  return {
    assignments: chooseAssignments(course, settings.assignments),
    named: settings.named,
    seed: options.seed,
    isolation: openRequiredIsolation(course, options.allowWeakIsolation === true, installation.childCommand),
    secondsPerExercise: settings.secondsPerExercise,
  };
}

/** Grades again, or resumes an earlier call with the same checks. @throws if a submission could not be graded */
export async function gradeToStage(folder: Omit<FolderToGrade, 'resume'>, installation: Installation): Promise<void> {
  const grade = async (): Promise<void> => {
    await makeFolder(folder.out);
    const { notGraded } = await gradeFolder({ ...folder, resume: true }, installation);
    if (notGraded.length > 0) {
      throw new Error(
        `${notGraded.length} could not be graded, so nothing is written: ${notGraded.join(', ')}; try again`,
      );
    }
  };
  try {
    await grade();
  } catch (error) {
    if (!(error instanceof BatchRefusal)) throw error;
    // Staged by an earlier version of the checks: it never counted.
    await rm(folder.out, { recursive: true, force: true });
    await grade();
  }
}
