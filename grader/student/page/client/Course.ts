import type { ExerciseStatus, Language } from '../../../pipeline/types';
import { folderOf, type AssignmentOnPage } from '../document/settings';
import type { CheckedExercise } from '../worker/messages';
import type { EngineClient } from './EngineClient';
import { OpenFile } from './OpenFile';
import type { Work } from './work';

export interface CourseWatcher {
  /** An exercise was checked, or is known to be started or still to do. */
  readonly onStatus?: (exercise: string) => void;
  /** A file was loaded, so the student's functions have changed. */
  readonly onLoaded?: (assignment: string) => void;
}

/** All files of a student, and the state of their exercises. */
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
    engine.onLost = (id, problem) => this.files.get(id)?.lose(problem);
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

  /** The latest check results for the current file. */
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

  /** Files of one hand-in. */
  filesOf(id: string): readonly OpenFile[] {
    return [...this.files.values()].filter(({ assignment }) => folderOf(assignment.id) === folderOf(id));
  }

  /** Drops results in another language. */
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
