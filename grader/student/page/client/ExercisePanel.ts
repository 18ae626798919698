import { namesOf, type AssignmentOnPage } from '../document/settings';
import type { View } from '../views';
import { checkList } from './checkList';
import type { Course } from './Course';
import { docstringOf, placeOf } from './docstring';
import { Editor } from './Editor';
import { element } from './element';
import { fileProgress, handInButton } from './fileBar';
import type { OpenFile } from './OpenFile';
import type { Panel, Surroundings } from './Panel';
import type { PageTexts } from './texts';

/** One exercise: its task, the student's file, and check results while typing. */
export class ExercisePanel implements Panel {
  readonly #course: Course;
  readonly #assignment: AssignmentOnPage;
  readonly #exercise: string;
  readonly #file: OpenFile;
  readonly #texts: PageTexts;
  readonly #editor: Editor;
  readonly #results = element('div', { class: 'results', role: 'status', 'aria-live': 'polite' });
  readonly #progress = element('span', { class: 'quiet', role: 'status' });
  readonly #unwatch: readonly (() => void)[];
  #hints = 0;

  constructor(
    host: HTMLElement,
    { course, texts, language, nonce, isLocal, views }: Surroundings & { readonly views: readonly View[] },
    { assignment, exercise }: { readonly assignment: AssignmentOnPage; readonly exercise: string },
  ) {
    const file = course.files.get(assignment.id);
    if (file === undefined) throw new Error(`there is no assignment ${assignment.id}`);
    this.#course = course;
    this.#assignment = assignment;
    this.#exercise = exercise;
    this.#file = file;
    this.#texts = texts;
    const editorHost = element('div', { class: 'editor' });
    const docstring = docstringOf(assignment.skeleton, exercise);
    host.append(
      element('h1', { tabindex: -1 }, exercise),
      element('p', { class: 'quiet' }, `${assignment.id} · ${assignment.title[language]}`),
      ...(docstring === ''
        ? []
        : [
            element(
              'details',
              { open: true },
              element('summary', {}, texts.task),
              element('pre', { class: 'task', tabindex: 0, 'aria-label': texts.task }, docstring),
            ),
          ]),
      ...seeIt(views, namesOf(assignment, exercise), texts, language),
      editorHost,
      element('p', { class: 'bar' }, this.#progress, ...this.#buttons(isLocal)),
      element('h2', {}, texts.checks),
      this.#results,
      element('p', { class: 'quiet' }, exercise === 'trainClassifier' ? texts.capstone : texts.hidden),
    );
    this.#editor = new Editor({
      host: editorHost,
      text: file.text,
      label: texts.editor(exercise),
      nonce,
      onEdit: (text) => file.edit(text),
    });
    const names = namesOf(assignment, exercise);
    this.#editor.goTo(placeOf(file.text, ...names));
    const showProgress = (): void => this.#progress.replaceChildren(...fileProgress(file, texts, isLocal));
    this.#unwatch = [
      file.watch({
        onText: (text) => this.#editor.show(text),
        onProgress: showProgress,
        onLoaded: () => void this.#check(),
      }),
      course.watch({ onStatus: (name) => name === exercise && this.#showResults() }),
    ];
    showProgress();
    void this.#check();
  }

  dispose(): void {
    for (const unwatch of this.#unwatch) unwatch();
    this.#editor.dispose();
  }

  async #check(): Promise<void> {
    this.#showResults();
    if (this.#file.problem === undefined && this.#course.resultOf(this.#exercise) === undefined)
      await this.#course.check(this.#assignment.id, this.#exercise);
  }

  #showResults(): void {
    const { problem } = this.#file;
    const result = this.#course.resultOf(this.#exercise);
    if (problem !== undefined) {
      const place = 'place' in problem.problem ? problem.problem.place : undefined;
      const error = 'error' in problem.problem ? problem.problem.error.place : undefined;
      const lines = problem.lines[this.#course.language()];
      this.#results.replaceChildren(element('pre', { class: 'message failed' }, lines.join('\n')));
      this.#editor.mark((place ?? error)?.line, lines.join('\n'));
    } else if (result === undefined) {
      this.#results.replaceChildren(element('p', { class: 'quiet' }, this.#texts.checking));
    } else {
      this.#editor.mark(result.line, result.problem ?? '');
      const onHint = (): void => {
        this.#hints += 1;
        this.#showResults();
      };
      const onLine = (line: number): void => this.#editor.goToLine(line);
      this.#results.replaceChildren(checkList(result, { texts: this.#texts, hints: this.#hints, onHint, onLine }));
    }
  }

  #buttons(isLocal: boolean): readonly Node[] {
    const { texts, file, assignment } = { texts: this.#texts, file: this.#file, assignment: this.#assignment };
    // In a working copy, the skeleton is in the Git history.
    const reset = (): void => {
      this.#editor.show(assignment.skeleton);
      file.edit(assignment.skeleton);
    };
    return [
      handInButton(this.#course, assignment.id, texts),
      ...(isLocal ? [] : [element('button', { type: 'button', click: reset }, texts.reset)]),
    ];
  }
}

function seeIt(
  views: readonly View[],
  names: readonly string[],
  texts: PageTexts,
  language: Surroundings['language'],
): readonly Node[] {
  const own = views.filter(({ exercises }) => exercises.some((name) => names.includes(name)));
  if (own.length === 0) return [];
  const links = own.map((view) => element('a', { href: `#${view.id}` }, view.title(language)));
  return [element('p', {}, texts.seeIt, ...links.flatMap((link) => [' ', link]))];
}
