import type { AssignmentOnPage } from '../document/settings';
import { element } from '../views/kit/element';
import type { CheckedExercise, DescribedProblem } from '../worker/messages';
import type { Course } from './Course';
import { fileProgress } from './fileBar';
import type { OpenFile } from './OpenFile';
import type { Panel, Surroundings } from './Panel';
import type { PageTexts } from './texts';

/** What there is to do: an exercise, or a question. */
export interface Task {
  readonly assignment: AssignmentOnPage;
  readonly name: string;
}

/** One task, the student's file, and what the checks say of it whenever it was loaded. */
export abstract class TaskPanel implements Panel {
  protected readonly course: Course;
  protected readonly texts: PageTexts;
  protected readonly file: OpenFile;
  protected readonly results = element('div', { class: 'results', role: 'status', 'aria-live': 'polite' });
  protected readonly progress = element('span', { class: 'quiet', role: 'status' });
  #unwatch: readonly (() => void)[] = [];

  constructor(
    { course, texts }: Surroundings,
    protected readonly task: Task,
  ) {
    const file = course.files.get(task.assignment.id);
    if (file === undefined) throw new Error(`there is no assignment ${task.assignment.id}`);
    this.course = course;
    this.texts = texts;
    this.file = file;
  }

  dispose(): void {
    for (const unwatch of this.#unwatch) unwatch();
  }

  /** Shows what the checks said. */
  protected abstract showResult(result: CheckedExercise): void;

  /** The file can't be run, as the results say already. */
  protected onProblem?(problem: DescribedProblem, text: string): void;

  /** Checks from now on: once all is there to show what comes of it. */
  protected begin(isLocal: boolean, onText?: (text: string) => void): void {
    const { file, texts } = this;
    const showProgress = (): void => this.progress.replaceChildren(...fileProgress(file, texts, isLocal));
    this.#unwatch = [
      file.watch({ onText, onProgress: showProgress, onLoaded: () => void this.#check() }),
      this.course.watch({ onStatus: (name) => name === this.task.name && this.show() }),
    ];
    showProgress();
    void this.#check();
  }

  protected show(): void {
    const { problem } = this.file;
    const result = this.course.resultOf(this.task.name);
    if (problem !== undefined) {
      const text = problem.lines[this.course.language()].join('\n');
      this.results.replaceChildren(element('pre', { class: 'message failed' }, text));
      this.onProblem?.(problem, text);
    } else if (result === undefined) {
      this.results.replaceChildren(element('p', { class: 'quiet' }, this.texts.checking));
    } else this.showResult(result);
  }

  async #check(): Promise<void> {
    this.show();
    const { assignment, name } = this.task;
    if (this.file.problem === undefined && this.course.resultOf(name) === undefined)
      await this.course.check(assignment.id, name);
  }
}
