import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readAssignmentFile, type Curriculum } from '../../../../pipeline/course';
import type { Assignment } from '../../../../pipeline/types';
import { settingsSchema, type Settings } from './settings';

/** The course in the package. */
export interface PackedCourse {
  readonly settings: Settings;
  readonly assignments: readonly Assignment[];
}

/** @throws in one sentence if a file is missing or damaged */
export async function readPackage(folder: string, curriculum: Curriculum): Promise<PackedCourse> {
  const read = (name: string): Promise<string> =>
    readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new Error(
        `${name} of the package can't be read (${error.code ?? error.message}); upload the package again`,
      );
    });
  const settings = settingsSchema.parse(JSON.parse(await read('settings.json')));
  const assignments = await Promise.all(
    settings.assignments.map(async (id) =>
      readAssignmentFile(await read(`assignments/${id}.json`), `${id}.json`, curriculum),
    ),
  );
  return { settings, assignments };
}
