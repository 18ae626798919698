import { namesOf } from '../document/settings';
import type { View } from '../views';
import { element } from '../views/kit/element';
import type { CheckedExercise, DescribedProblem } from '../worker/messages';
import { checkList } from './checkList';
import { docstringOf, placeOf } from './docstring';
import { Editor } from './Editor';
import { handInButton } from './fileBar';
import type { Surroundings } from './Panel';
import { TaskPanel, type Task } from './TaskPanel';
import type { PageTexts } from './texts';

/** One exercise: its task, the student's file, and what the checks say as one types. */
export class ExercisePanel extends TaskPanel {
  readonly #editor: Editor;
  #hints = 0;

  constructor(host: HTMLElement, surroundings: Surroundings & { readonly views: readonly View[] }, task: Task) {
    super(surroundings, task);
    const { texts, language, nonce, isLocal, views } = surroundings;
    const { assignment, name } = task;
    const { file } = this;
    const editorHost = element('div', { class: 'editor' });
    const docstring = docstringOf(assignment.skeleton, name);
    const names = namesOf(assignment, name);
    host.append(
      element('h1', { tabindex: -1 }, name),
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
      ...seeIt(views, names, texts, language),
      editorHost,
      element('p', { class: 'bar' }, this.progress, ...this.#buttons(isLocal)),
      element('h2', {}, texts.checks),
      this.results,
      element('p', { class: 'quiet' }, name === 'trainClassifier' ? texts.capstone : texts.hidden),
    );
    this.#editor = new Editor({
      host: editorHost,
      text: file.text,
      label: texts.editor(name),
      nonce,
      onEdit: (text) => file.edit(text),
    });
    this.#editor.goTo(placeOf(file.text, ...names));
    this.begin(isLocal, (text) => this.#editor.show(text));
  }

  override dispose(): void {
    super.dispose();
    this.#editor.dispose();
  }

  protected override onProblem({ problem }: DescribedProblem, text: string): void {
    const place = 'place' in problem ? problem.place : undefined;
    const error = 'error' in problem ? problem.error.place : undefined;
    this.#editor.mark((place ?? error)?.line, text);
  }

  protected override showResult(result: CheckedExercise): void {
    this.#editor.mark(result.line, result.problem ?? '');
    const onHint = (): void => {
      this.#hints += 1;
      this.show();
    };
    const onLine = (line: number): void => this.#editor.goToLine(line);
    this.results.replaceChildren(checkList(result, { texts: this.texts, hints: this.#hints, onHint, onLine }));
  }

  #buttons(isLocal: boolean): readonly Node[] {
    const { texts, file, course, task } = this;
    const { id, skeleton } = task.assignment;
    // In a working copy the skeleton is in its history.
    const reset = (): void => {
      this.#editor.show(skeleton);
      file.edit(skeleton);
    };
    return [
      handInButton(course, id, texts),
      ...(isLocal ? [] : [element('button', { type: 'button', onclick: reset }, texts.reset)]),
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
