import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Course } from '../../pipeline/course';
import { writeTable, zipOf } from '../../files';
import { planClass, type ClassPlan, type Member } from './planClass';
import { exercisesIn, writeWork } from './writeWork';

export interface MadeClassOptions {
  /** A staff checkout. */
  readonly root: string;
  readonly course: Course;
  readonly assignments: readonly string[];
  readonly students: number;
  readonly seed: number;
}

const hour = 60 * 60_000;
/** A fixed time, so that archives of the same class have the same bytes. */
const packedAt = new Date('2027-01-01T00:00:00Z');

/**
 * Writes a class: `FOLDER/submissions/` with a folder or archive for each student, and `FOLDER/roster.csv`.
 *
 * @returns the plan, from which expected results follow
 */
export async function writeClass(folder: string, options: MadeClassOptions): Promise<ClassPlan> {
  const { root, course, assignments, students, seed } = options;
  const solutions = new Map<string, { readonly file: string; readonly text: string }>();
  for (const id of assignments) solutions.set(id, await readSolution(root, id));
  const plan = planClass(students, seed, new Map([...solutions].map(([id, { text }]) => [id, exercisesIn(text)])));
  const submissions = join(folder, 'submissions');
  await mkdir(submissions, { recursive: true });
  for (const member of plan.members) await writeMember(submissions, member, solutions);
  const [first] = solutions;
  if (first !== undefined) {
    const [id, { file, text }] = first;
    for (const name of plan.unplaced)
      await writeFolder(join(submissions, name), new Map([[`${id}/${file}`, writeWork(text, new Map())]]));
  }
  await writeFile(join(folder, 'roster.csv'), rosterOf(plan.members, duesOf(course, assignments)));
  return plan;
}

async function readSolution(root: string, id: string): Promise<{ readonly file: string; readonly text: string }> {
  const { file } = JSON.parse(await readFile(join(root, 'assignments', id, 'public.json'), 'utf8')) as {
    readonly file: string;
  };
  return { file, text: await readFile(join(root, 'solutions', id, file), 'utf8') };
}

async function writeMember(
  submissions: string,
  member: Member,
  solutions: ReadonlyMap<string, { file: string; text: string }>,
): Promise<void> {
  const { id, profile, packing } = member;
  if (profile === 'absent' || profile === 'partner') return;
  if (profile === 'empty') return void (await mkdir(join(submissions, id)));
  if (profile === 'broken-archive')
    return writeFile(join(submissions, `${id}.zip`), 'PK\u0003\u0004 the upload broke off here');
  const files = new Map(
    [...solutions].map(([assignment, { file, text }]) => [`${assignment}/${file}`, workOf(member, assignment, text)]),
  );
  if (packing === 'folder') return writeFolder(join(submissions, id), files);
  if (packing === 'zip') return writeZip(join(submissions, `${id}.zip`), files);
  return writeTarGz(join(submissions, `${id}.tar.gz`), files);
}

function workOf({ profile, attempts, hostile }: Member, assignment: string, solution: string): string {
  if (profile === 'syntax-error') return solution.replace('return tf.tidy(() => ', 'return tf.tidy((() => ');
  // Attacks are for 03-losses; other assignments are still to do.
  if (hostile !== undefined && assignment === '03-losses') return hostile.source(nowhere);
  if (hostile !== undefined)
    return writeWork(solution, new Map(exercisesIn(solution).map((exercise) => [exercise, 'todo'])));
  return writeWork(solution, attempts.get(assignment) ?? new Map());
}

/** Targets that don't exist. */
const nowhere = {
  port: 9,
  pid: 0,
  socket: '/nowhere/socket',
  secretFile: '/nowhere/secret',
  folder: '/nowhere',
  names: ['nowhere'],
};

async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function writeZip(file: string, files: ReadonlyMap<string, string>): Promise<void> {
  const packed = [...files].map(([path, text]) => ({ path, content: Buffer.from(text) }));
  await writeFile(file, await zipOf(packed));
}

async function writeTarGz(file: string, files: ReadonlyMap<string, string>): Promise<void> {
  const tar = pack();
  for (const [path, text] of files) tar.entry({ name: path, mtime: packedAt }, text);
  tar.finalize();
  await pipeline(tar, createGzip(), createWriteStream(file));
}

/** When each assignment is due; for one that never is, a fixed time. */
function duesOf({ schedule }: Course, assignments: readonly string[]): ReadonlyMap<string, Date> {
  const dues = new Map(schedule.map(({ id, due }) => [id, due]));
  return new Map(assignments.map((id) => [id, dues.get(id) ?? packedAt]));
}

/** Times are relative to the due date of each assignment. */
function rosterOf(members: readonly Member[], dues: ReadonlyMap<string, Date>): string {
  const ids = [...dues.keys()];
  const times = (hours: number): readonly string[] =>
    [...dues.values()].map((due) => new Date(due.getTime() + hours * hour).toISOString());
  const none = ids.map(() => '');
  return writeTable(
    [
      ...['name', 'id', 'email', 'group'],
      ...ids.map((id) => `submittedAt:${id}`),
      ...ids.map((id) => `extendedUntil:${id}`),
    ],
    members.map(({ name, id, email, profile, hoursLate, extensionHours, group }) => [
      ...[name, id, email, group],
      ...(profile === 'absent' || profile === 'partner' ? none : times(hoursLate)),
      ...(extensionHours === 0 ? none : times(extensionHours)),
    ]),
  );
}
