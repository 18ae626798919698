import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../../files';
import {
  hashOfFolder,
  hiddenSeed,
  readCourse,
  sourceFolder,
  type Course,
  type CourseFolders,
} from '../../pipeline/course';

const schema = z.object({
  schemaVersion: z.literal(2),
  proofs: z.record(z.string(), z.object({ draft: z.string().optional(), whole: z.string().optional() })),
});

type Proofs = z.output<typeof schema>['proofs'];

/** Key of the proof that a release would not refuse any file. */
export const ofAll = 'all together';

/** Extent of a proof: draft or full. */
export type Extent = 'draft' | 'whole';

/**
 * Stored proofs of assignments, in `.descent/proofs.json`, keyed by the state of everything that a verdict depends on,
 * so unrelated changes don't invalidate them.
 */
export class KeptProofs {
  private constructor(
    private readonly file: string,
    /** States when the proofs were opened: later changes are not proven. */
    private readonly states: ReadonlyMap<string, string>,
    private proofs: Proofs,
  ) {}

  /** @param grader - identifies the state of the grader */
  static async open(checkout: CourseFolders, grader: string): Promise<KeptProofs> {
    const file = join(checkout.root, '.descent', 'proofs.json');
    const course = await readCourse(checkout.root);
    const common = await stateOfCourse(checkout, grader);
    const states = course.assignments.map(async (id) => [id, await stateOf(checkout, id, common)] as const);
    const all = [ofAll, await stateOfAll(checkout, course, common)] as const;
    return new KeptProofs(file, new Map([...(await Promise.all(states)), all]), await read(file));
  }

  /** A full proof includes a draft. */
  has(id: string, extent: Extent): boolean {
    const state = this.states.get(id);
    if (state === undefined) return false;
    const { draft, whole } = this.proofs[id] ?? {};
    return whole === state || (extent === 'draft' && draft === state);
  }

  /** @param proven - newly proven assignments; other proofs are kept */
  async keep(proven: readonly string[], extent: Extent): Promise<void> {
    if (proven.length === 0) return;
    // Other processes may have stored proofs meanwhile.
    this.proofs = await read(this.file);
    for (const id of proven) this.proofs[id] = { ...this.proofs[id], [extent]: this.states.get(id) };
    await writeWhole(this.file, jsonText({ schemaVersion: 2, proofs: this.proofs }), { makeFolder: true });
  }
}

async function read(file: string): Promise<Proofs> {
  const kept = await readJson(file, schema);
  return kept.status === 'read' ? kept.value.proofs : {};
}

/** Shared dependencies of all verdicts: the grader with its laws, the course file, type checking settings, and data. */
async function stateOfCourse({ root, engine }: CourseFolders, grader: string): Promise<string> {
  const folders = [...new Set([root, engine])].map((folder) => join(folder, 'data'));
  const course = await readFile(join(root, 'assignments', 'course.json'), 'utf8');
  const types = await readFile(join(root, 'tsconfig.json'), 'utf8').catch(() => '');
  return JSON.stringify([grader, process.version, process.platform, process.arch, course, types, hashOf(folders)]);
}

async function stateOf(checkout: CourseFolders, id: string, common: string): Promise<string> {
  const { root, engine } = checkout;
  const specs = sourceFolder(checkout, id);
  const released = [...new Set([root, engine])].map((folder) => join(folder, 'assignments', id));
  // Imports from outside its folder can depend on anything there.
  const sources = (await importsFromBeside(specs)) ? [join(specs, '..')] : [specs];
  const hash = createHash('sha256')
    .update(common)
    .update(hashOf([...sources, ...released]));
  return hash.digest('hex');
}

/** One assignment can leak another, or the hidden seed. */
async function stateOfAll({ root, engine }: CourseFolders, { publicSeed }: Course, common: string): Promise<string> {
  const { seed } = await hiddenSeed(root, undefined, publicSeed);
  const folders = [...new Set([root, engine])].flatMap((folder) => [
    join(folder, 'solutions'),
    join(folder, 'assignments'),
  ]);
  const hash = createHash('sha256').update(JSON.stringify([common, root, engine, seed]));
  return hash.update(hashOf(folders)).digest('hex');
}

function hashOf(folders: readonly string[]): string {
  return folders.map((folder) => (existsSync(folder) ? hashOfFolder(folder) : '')).join();
}

async function importsFromBeside(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[cm]?[jt]s$/.test(name));
  const texts = names.map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).some((text) => /['"`](?:\.\.|\/)/.test(text));
}
