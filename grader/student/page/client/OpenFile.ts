import type { AssignmentOnPage } from '../document/settings';
import type { Answer, DescribedProblem, Source } from '../worker/messages';
import type { Work, WorkFile, WorkSaved } from './work';

/** The displayed state of a file. */
export type FileProgress =
  | { readonly status: 'saved' | 'saving' }
  | { readonly status: 'not-saved'; readonly reason: string }
  /** It was changed elsewhere while it was edited here: the user has to choose. */
  | { readonly status: 'conflict'; readonly theirs: WorkFile };

export interface FileWatcher {
  /** Its text changed, but not by an edit here. */
  readonly onText?: (text: string) => void;
  readonly onProgress?: (progress: FileProgress) => void;
  /** It was reloaded, or can't be. */
  readonly onLoaded?: () => void;
}

/** Sends a file to the worker. */
export type Load = (assignment: string, source: Source) => Promise<Answer>;

/** Milliseconds after the last key before an edit is saved. */
export const pause = 150;

/** A student's file: its text, its saved text, and the text that the worker has. */
export class OpenFile {
  readonly #watchers = new Set<FileWatcher>();
  #file: WorkFile | undefined;
  #edited: string | undefined;
  #isSaving = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Why it can't be run. */
  problem: DescribedProblem | undefined;
  progress: FileProgress = { status: 'saved' };

  constructor(
    readonly assignment: AssignmentOnPage,
    readonly work: Work,
    readonly load: Load,
  ) {}

  get text(): string {
    return this.#edited ?? this.#file?.text ?? '';
  }

  watch(watcher: FileWatcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Reads it initially, and whenever it was changed elsewhere. */
  async read(): Promise<void> {
    const now = await this.work.read(this.assignment);
    if (now.status === 'file' && now.version === this.#file?.version && this.#isSame(now)) return;
    if (this.#edited !== undefined || this.#isSaving) {
      // This may be our own pending save; if not, saving detects the conflict.
      return;
    }
    this.#take(now);
  }

  edit(text: string): void {
    this.#edited = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), pause);
  }

  async save(): Promise<void> {
    const text = this.#edited;
    if (text === undefined || this.#file === undefined || this.#isSaving || this.progress.status === 'conflict') return;
    this.#isSaving = true;
    this.#tell({ status: 'saving' });
    const saved = await this.work.save(this.assignment, text, this.#file.version);
    this.#isSaving = false;
    await this.#settle(saved, text);
    if (this.#edited !== undefined && this.progress.status === 'saved') await this.save();
  }

  /** It can't be read, or not be loaded again by a new worker. */
  lose(problem: DescribedProblem): void {
    this.problem = problem;
    this.#each(({ onLoaded }) => onLoaded?.());
  }

  /** Resolves a conflict, with the text typed here or the saved one. */
  async choose(whose: 'mine' | 'theirs'): Promise<void> {
    if (this.progress.status !== 'conflict') return;
    const { theirs } = this.progress;
    this.progress = { status: 'saved' };
    if (whose === 'theirs') {
      this.#edited = undefined;
      this.#take(theirs);
    } else {
      this.#file = theirs;
      await this.save();
    }
  }

  async #settle(saved: WorkSaved, text: string): Promise<void> {
    switch (saved.status) {
      case 'file':
        if (this.#edited === text) this.#edited = undefined;
        this.#file = saved;
        this.#tell({ status: 'saved' });
        return this.#run(saved.source);
      case 'changed':
        if (saved.now.status === 'file') return this.#tell({ status: 'conflict', theirs: saved.now });
        return this.#tell({ status: 'not-saved', reason: saved.now.lines.en.join(' ') });
      case 'problem':
        return this.#tell({ status: 'not-saved', reason: saved.lines.en.join(' ') });
      case 'not-saved':
        return this.#tell(saved);
    }
  }

  #take(now: WorkFile | DescribedProblem): void {
    if (now.status === 'problem') return this.lose(now);
    this.#file = now;
    this.#each(({ onText }) => onText?.(now.text));
    this.#tell({ status: 'saved' });
    // The text is available; listeners are told once it is loaded.
    void this.#run(now.source);
  }

  async #run(source: WorkFile['source']): Promise<void> {
    if (source.status === 'problem') this.problem = source;
    else {
      const answer = await this.load(this.assignment.id, source);
      this.problem = answer.status === 'problem' ? answer : undefined;
    }
    this.#each(({ onLoaded }) => onLoaded?.());
  }

  /** An imported file of the student may have changed instead. */
  #isSame(now: WorkFile): boolean {
    return JSON.stringify(now.source) === JSON.stringify(this.#file?.source);
  }

  #tell(progress: FileProgress): void {
    this.progress = progress;
    this.#each(({ onProgress }) => onProgress?.(progress));
  }

  #each(call: (watcher: FileWatcher) => void): void {
    for (const watcher of this.#watchers) call(watcher);
  }
}
