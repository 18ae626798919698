import type { KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files as trainingFiles } from '../../curriculum/training';
import { loadPublicAssignment, readCourse, type Checkout } from '../../pipeline/course';
import { makeManifest, manifestName, writeManifest, type Files, type Manifest } from '../../student/update';
import { skeletonPath } from '../../student/watch';
import { buildGrader } from './build/buildGrader';
import { buildPlay } from './buildPlay';
import { declarations } from './build/declarations';
import { pruneLockfile, readLockfile, readStaffPackage, studentPackage, writeStudentPackage } from '../../bundling';
import { studentJestConfig } from './build/studentJestConfig';
import { collectAssignments } from './collectAssignments';
import { collectData } from './collectData';
import { studentReadme } from './studentReadme';
import { unfitNames } from './unfitNames';

/** A release in memory. */
export interface Draft {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly leftOut: readonly string[];
  /** Searchable forms of compressed or minified files: not released. */
  readonly readable: Files;
}

const template = 'grader/author/release/template';
/** Files that git would interpret in this repository. */
const renamed: Readonly<Record<string, string>> = { gitignore: '.gitignore', gitattributes: '.gitattributes' };
/** Plain JavaScript of the grader that is copied unchanged. */
const plainFolders = [
  'grader/bundling',
  'grader/cli',
  'grader/files',
  'grader/student/jest',
  'grader/student/types',
  'grader/pipeline/submission',
  'grader/pipeline/words',
];

/** Builds a release: assignments, built grader and other files, signed with the course's key. */
export async function makeRelease(checkout: Checkout, key: KeyObject): Promise<Draft> {
  const { root, engine } = checkout;
  const read = (path: string): Promise<Buffer> => readFile(join(engine, ...path.split('/')));
  const course = await readCourse(root);
  const assignments = await Promise.all(course.assignments.map((id) => loadPublicAssignment(checkout, id)));
  const collected = await collectAssignments(root, assignments);
  const grader = await buildGrader(checkout);
  // Training needs an assignment that a course can lack.
  const canTrain = course.assignments.includes(trainingFiles.training.id);
  const commands = grader.commands.filter((command) => command !== 'train' || canTrain);
  const play = await buildPlay(checkout);
  const skeletons = assignments.flatMap(({ id, file }): [string, Uint8Array][] => {
    const skeleton = collected.files.get(`assignments/${id}/${file}`);
    return skeleton === undefined ? [] : [[skeletonPath(id), skeleton]];
  });

  const files = new Map<string, Uint8Array>([
    ...collected.files,
    ...skeletons,
    ...play.files,
    ...(await collectData(checkout)),
  ]);
  const write = (path: string, text: string): unknown => files.set(path, Buffer.from(text));
  for (const folder of plainFolders) {
    for (const name of await readdir(join(engine, ...folder.split('/')))) {
      if (name.endsWith('.js') && name !== 'solutionsResolver.js')
        files.set(`${folder}/${name}`, await read(`${folder}/${name}`));
    }
  }
  // Students' files replace those of the staff.
  for (const path of await templateFiles(engine)) files.set(renamed[path] ?? path, await read(`${template}/${path}`));
  const plain = [...files].flatMap(([path, content]) =>
    path.endsWith('.js') ? [Buffer.from(content).toString('utf8')] : [],
  );
  const student = studentPackage(await readStaffPackage(engine), plain);
  for (const [path, content] of grader.files) files.set(path, content);
  for (const [path, text] of await declarations(engine)) write(path, text);
  files.set('LICENSE', await read('LICENSE'));
  write(
    'README.md',
    studentReadme((await read(`${template}/README.md`)).toString('utf8'), course, assignments, commands),
  );
  write('jest.config.js', studentJestConfig(engine));
  write('package.json', writeStudentPackage(student, course.title, commands));
  write('package-lock.json', pruneLockfile(await readLockfile(engine), student));

  const unfit = unfitNames(files);
  if (unfit.length > 0) throw new Error(['nothing was released:', ...unfit.map((name) => `  ${name}`)].join('\n'));
  const manifest = makeManifest(files, { title: course.title, student: collected.student, key });
  write(manifestName, writeManifest(manifest));
  return { files, manifest, leftOut: collected.leftOut, readable: play.readable };
}

async function templateFiles(engine: string): Promise<readonly string[]> {
  const entries = await readdir(join(engine, ...template.split('/')), { recursive: true, withFileTypes: true });
  const folder = join(engine, ...template.split('/'));
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}
