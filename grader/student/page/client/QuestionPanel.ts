import type { AssignmentOnPage } from '../document/settings';
import { folderOf } from '../document/settings';
import type { AskedQuestion } from '../worker/messages';
import { checkList } from './checkList';
import type { Course } from './Course';
import { element } from './element';
import { fileProgress, handInButton } from './fileBar';
import type { OpenFile } from './OpenFile';
import type { Panel, Surroundings } from './Panel';
import type { PageTexts } from './texts';

/** One question: its prompt, the student's answer in the answers file, and the check result. */
export class QuestionPanel implements Panel {
  readonly #course: Course;
  readonly #assignment: AssignmentOnPage;
  readonly #question: string;
  readonly #file: OpenFile;
  readonly #texts: PageTexts;
  readonly #form = element('form', { class: 'question', submit: (event) => event.preventDefault() });
  readonly #results = element('div', { class: 'results', role: 'status', 'aria-live': 'polite' });
  readonly #unwatch: readonly (() => void)[];

  constructor(
    host: HTMLElement,
    { course, texts, language, isLocal }: Surroundings,
    { assignment, question }: { readonly assignment: AssignmentOnPage; readonly question: string },
  ) {
    const file = course.files.get(assignment.id);
    if (file === undefined) throw new Error(`there is no assignment ${assignment.id}`);
    this.#course = course;
    this.#assignment = assignment;
    this.#question = question;
    this.#file = file;
    this.#texts = texts;
    const progress = element('span', { class: 'quiet', role: 'status' });
    host.append(
      element('h1', { tabindex: -1 }, question),
      element('p', { class: 'quiet' }, `${folderOf(assignment.id)} · ${assignment.title[language]}`),
      this.#form,
      element('p', { class: 'bar' }, progress, handInButton(course, assignment.id, texts)),
      element('h2', {}, texts.checks),
      this.#results,
      element('p', { class: 'quiet' }, texts.answersFile(assignment.file)),
    );
    const showProgress = (): void => progress.replaceChildren(...fileProgress(file, texts, isLocal));
    this.#unwatch = [
      file.watch({ onProgress: showProgress, onLoaded: () => void this.#check() }),
      course.watch({ onStatus: (name) => name === question && this.#show() }),
    ];
    showProgress();
    void this.#check();
  }

  dispose(): void {
    for (const unwatch of this.#unwatch) unwatch();
  }

  async #check(): Promise<void> {
    this.#show();
    if (this.#file.problem === undefined && this.#course.resultOf(this.#question) === undefined)
      await this.#course.check(this.#assignment.id, this.#question);
  }

  #show(): void {
    const { problem } = this.#file;
    const result = this.#course.resultOf(this.#question);
    if (problem !== undefined) {
      const lines = problem.lines[this.#course.language()];
      this.#results.replaceChildren(element('pre', { class: 'message failed' }, lines.join('\n')));
      return;
    }
    if (result === undefined) {
      this.#results.replaceChildren(element('p', { class: 'quiet' }, this.#texts.checking));
      return;
    }
    if (result.question !== undefined) this.#ask(result.question);
    const ignore = (): void => undefined;
    this.#results.replaceChildren(checkList(result, { texts: this.#texts, hints: 0, onHint: ignore, onLine: ignore }));
  }

  /** Don't rebuild a field while it is being edited, or the cursor would be lost. */
  #ask(question: AskedQuestion): void {
    const answer = (given: string): void => void this.#answer(given);
    const [before] = this.#form.children;
    if (before === undefined) this.#form.replaceChildren(fieldsOf(this.#question, question, this.#texts, answer));
    for (const field of this.#form.querySelectorAll('input')) {
      if (field.type === 'radio') field.checked = field.value === question.given.trim().toLowerCase();
      else if (field !== document.activeElement) field.value = question.given;
    }
  }

  async #answer(given: string): Promise<void> {
    const text = await this.#course.engine.answered(this.#file.text, this.#question, given);
    // The student has to repair an unreadable file; the check says where.
    if (text !== undefined) this.#file.edit(text);
  }
}

function fieldsOf(
  name: string,
  { prompt, kind, choices }: AskedQuestion,
  texts: PageTexts,
  answer: (given: string) => void,
): HTMLElement {
  const valueOf = ({ target }: Event): string => (target instanceof HTMLInputElement ? target.value : '');
  const field = (attributes: Parameters<typeof element>[1]): HTMLElement =>
    element('input', { name, autocomplete: 'off', ...attributes });
  const fields =
    kind === 'choice'
      ? choices.map(({ id, text }) => {
          const radio = field({ type: 'radio', value: id, change: (event) => answer(valueOf(event)) });
          return element('label', {}, radio, element('b', {}, `${id}.`), element('span', {}, text));
        })
      : [
          element(
            'label',
            {},
            element('span', {}, texts.answerForm[kind]),
            field({
              type: 'text',
              maxlength: 200,
              inputmode: kind === 'number' ? 'decimal' : undefined,
              input: (event) => answer(valueOf(event)),
            }),
          ),
        ];
  return element('fieldset', {}, element('legend', {}, prompt), ...fields);
}
