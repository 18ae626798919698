import type { ExerciseStatus, Language } from '../../../pipeline/types';
import { folderOf, type AssignmentOnPage } from '../document/settings';
import type { CheckedExercise } from '../worker/messages';
import type { EngineClient } from './EngineClient';
import { OpenFile } from './OpenFile';
import type { Work } from './work';

export interface CourseWatcher {
  /** An exercise was checked, or is known to be begun or still to do. */
  readonly onStatus?: (exercise: string) => void;
  /** A file was loaded, so that the student's functions are others. */
  readonly onLoaded?: (assignment: string) => void;
}

/** All files of a student, and what is known of their exercises. */
export class Course {
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly #statuses = new Map<string, ExerciseStatus | 'begun'>();
  readonly #results = new Map<string, CheckedExercise>();
  readonly #watchers = new Set<CourseWatcher>();

  constructor(
    assignments: readonly AssignmentOnPage[],
    readonly engine: EngineClient,
    work: Work,
    readonly language: () => Language,
  ) {
    this.files = new Map(
      assignments.map((one) => [one.id, new OpenFile(one, work, (id, source) => engine.load(id, source))]),
    );
    for (const [id, file] of this.files) file.watch({ onLoaded: () => void this.#loaded(id, file) });
    work.onChange((id) => void this.files.get(id)?.read());
  }

  watch(watcher: CourseWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Reads all files. */
  async open(): Promise<void> {
    await Promise.all([...this.files.values()].map((file) => file.read()));
  }

  statusOf(exercise: string): ExerciseStatus | 'begun' | undefined {
    return this.#statuses.get(exercise);
  }

  /** What the checks said last, of the file as it is. */
  resultOf(exercise: string): CheckedExercise | undefined {
    return this.#results.get(exercise);
  }

  /** Checks one exercise. */
  async check(assignment: string, exercise: string): Promise<void> {
    const checked = await this.engine.check(assignment, this.language(), { exercises: [exercise] });
    for (const result of checked ?? []) {
      this.#results.set(result.name, result);
      this.#know(result.name, result.status);
    }
  }

  /** Files that are handed in together. */
  filesOf(id: string): readonly OpenFile[] {
    return [...this.files.values()].filter(({ assignment }) => folderOf(assignment.id) === folderOf(id));
  }

  /** Lets go of results that are in another language. */
  forget(): void {
    this.#results.clear();
  }

  async #loaded(id: string, file: OpenFile): Promise<void> {
    for (const exercise of file.assignment.exercises) this.#results.delete(exercise);
    for (const { onLoaded } of this.#watchers) onLoaded?.(id);
    if (file.problem !== undefined) {
      for (const exercise of file.assignment.exercises) this.#know(exercise, 'error');
      return;
    }
    const begun = await this.engine.check(id, this.language(), { onlyBegun: true });
    for (const { name, status } of begun ?? []) {
      if (this.#results.has(name)) continue;
      this.#know(name, status === 'passed' || status === 'failed' ? 'begun' : status);
    }
  }

  #know(exercise: string, status: ExerciseStatus | 'begun'): void {
    this.#statuses.set(exercise, status);
    for (const { onStatus } of this.#watchers) onStatus?.(exercise);
  }
}
