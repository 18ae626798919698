import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText, type PackedFile } from '../../../../files';
import { ownDataFiles, pruneLockfile, readLockfile, readStaffPackage, type StudentPackage } from '../../../../bundling';
import { writeAssignmentFile, type Course, type CourseFolders } from '../../../../pipeline/course';
import type { Assignment } from '../../../../pipeline/types';
import type { Settings } from '../autograder/settings';

export interface CourseToPack {
  readonly course: Course;
  readonly assignments: readonly Assignment[];
  readonly seedLabel: string;
  readonly graderVersion: string;
  readonly tfjs: string;
  /** Whether lateness costs points, by the course's policy. */
  readonly latePenalty: boolean;
}

/** The compiler of submissions is a separate program, so it is not in the bundle. */
const packages = ['esbuild'];

/** The assignments as data, the settings, the course's data files, and the list of packages to install. */
export async function courseFiles(
  { root, engine }: CourseFolders,
  options: CourseToPack,
): Promise<readonly PackedFile[]> {
  const assignments = options.assignments.map((one): PackedFile =>
    text(`grader/assignments/${one.id}.json`, writeAssignmentFile(one)),
  );
  return [
    ...assignments,
    text('grader/settings.json', jsonText(settingsOf(options))),
    ...(await dataFiles(root, engine)),
    ...(await packageFiles(engine)),
  ];
}

function settingsOf({ course, assignments, latePenalty, seedLabel, graderVersion, tfjs }: CourseToPack): Settings {
  // Due dates of sections are Gradescope's.
  const due = assignments.map(({ id }) => {
    const scheduled = course.schedule.find((one) => one.id === id);
    return [id, scheduled?.dueBySection === undefined ? (scheduled?.due?.toISOString() ?? null) : null] as const;
  });
  return {
    schemaVersion: 1,
    assignments: assignments.map(({ id }) => id),
    due: Object.fromEntries(due),
    ...(course.timeZone === undefined ? {} : { timeZone: course.timeZone }),
    latePolicy: latePenalty ? course.latePolicy : null,
    seedLabel,
    graderVersion,
    tfjs,
  };
}

/** Inputs of cases can refer to images of the course's data by name. */
async function dataFiles(root: string, engine: string): Promise<readonly PackedFile[]> {
  const digits = (await readdir(join(engine, 'data', 'digits'))).filter(
    (name) => name === 'README.md' || name.endsWith('.gz'),
  );
  const own = root === engine ? [] : await ownDataFiles(root);
  const take = async (from: string, path: string): Promise<PackedFile> => ({
    path: `grader/${path}`,
    content: await readFile(join(from, ...path.split('/'))),
  });
  return Promise.all([
    ...digits.map((name) => take(engine, `data/digits/${name}`)),
    ...own.map((path) => take(root, path)),
  ]);
}

async function packageFiles(engine: string): Promise<readonly PackedFile[]> {
  const staff = await readStaffPackage(engine);
  const versions = { ...staff.devDependencies, ...staff.dependencies };
  const dependencies = Object.fromEntries(packages.map((name) => [name, versions[name] ?? 'latest']));
  const own: StudentPackage = {
    name: 'autograder',
    version: staff.version,
    license: staff.license,
    engines: staff.engines,
    dependencies,
    bin: {},
    overrides: undefined,
    allowScripts: undefined,
  };
  const { name, version, license, engines } = own;
  return [
    text('grader/package.json', jsonText({ name, version, private: true, license, engines, dependencies })),
    text('grader/package-lock.json', pruneLockfile(await readLockfile(engine), own)),
  ];
}

function text(path: string, content: string): PackedFile {
  return { path, content: Buffer.from(content) };
}
