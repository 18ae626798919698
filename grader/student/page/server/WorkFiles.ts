import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { writeWhole } from '../../../files';
import { compileSubmission, isFileProblem, readSubmission, type FoundFile } from '../../../pipeline/submission';
import type { FileProblem } from '../../../pipeline/types';
import { answersName } from '../../../pipeline/words/answersName';
import { folderOf, type AssignmentOnPage } from '../document/settings';
import { describeProblem } from '../worker/describeProblem';
import type { CompiledText, DescribedProblem } from '../worker/messages';
import type { Saved, Saving, WorkFile } from './messages';

/** Longer files are not homework; grading would not read them. */
export const largestText = 200_000;

/** The files of a working copy that a student edits: exactly those that the assignments name. */
export class WorkFiles {
  readonly #root: string;
  readonly #assignments: ReadonlyMap<string, AssignmentOnPage>;
  /** One file is written at a time, so no edit is based on an outdated text. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string, assignments: readonly AssignmentOnPage[]) {
    this.#root = root;
    this.#assignments = new Map(assignments.map((one) => [one.id, one]));
  }

  /** Existing folders with files of the assignments. */
  folders(): readonly string[] {
    return [...new Set([...this.#assignments.keys()].map(folderOf))]
      .flatMap((id) => [join(this.#root, 'assignments', id), join(this.#root, id)])
      .filter((folder) => existsSync(folder));
  }

  /** The assignment of a file; undefined if it is not a source of one. */
  assignmentOf(path: string): string | undefined {
    const [first, second] = relative(this.#root, path).split(sep);
    const id = first === 'assignments' ? second : first;
    if (id === undefined) return undefined;
    const isAnswers = path.endsWith(answersName);
    if (!isAnswers && !/\.[jt]s$/.test(path)) return undefined;
    return [...this.#assignments.values()].find(
      (one) => folderOf(one.id) === id && (one.file === answersName) === isAnswers,
    )?.id;
  }

  has(id: string): boolean {
    return this.#assignments.has(id);
  }

  async read(id: string): Promise<WorkFile | DescribedProblem> {
    const found = await this.#find(id);
    if (found.status !== 'found') return describeProblem(found);
    const { exercises = [], formerNames = {} } = this.#assignments.get(id) ?? {};
    const compiled = await compileSubmission(
      found,
      exercises.map((name) => ({ name, formerNames: formerNames[name] })),
    );
    return {
      status: 'file',
      text: found.text,
      version: versionOf(found.text),
      source: isFileProblem(compiled) ? describeProblem(compiled) : textOf(compiled),
    };
  }

  /** Writes a file atomically, unless it has changed since the edit started. */
  write(id: string, saving: Saving): Promise<Saved> {
    const written = this.#last.then(() => this.#write(id, saving));
    this.#last = written.catch(() => undefined);
    return written;
  }

  async #write(id: string, { text, version }: Saving): Promise<Saved> {
    const found = await this.#find(id);
    if (found.status !== 'found') return describeProblem(found);
    if (versionOf(found.text) !== version) return { status: 'changed', now: await this.read(id) };
    // A link inside the working copy is preserved: its target is written.
    if (text !== found.text) await writeWhole(await realpath(join(found.directory, found.file)), text);
    const now = await this.read(id);
    return now.status === 'file' ? now : { status: 'changed', now };
  }

  async #find(id: string): Promise<FoundFile | FileProblem> {
    const assignment = this.#assignments.get(id);
    const folder = folderOf(id);
    const missing: FileProblem = { status: 'missing', file: `${folder}/${assignment?.file ?? ''}` };
    if (assignment === undefined) return missing;
    const { files } = await readSubmission(this.#root, [{ id: folder, file: assignment.file }], {
      isWorkingCopy: true,
    });
    return files.get(folder) ?? missing;
  }
}

function textOf({ program: _program, sources, ...rest }: Compiled): CompiledText {
  return { ...rest, sources: [...sources] };
}

type Compiled = Exclude<Awaited<ReturnType<typeof compileSubmission>>, FileProblem>;

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
