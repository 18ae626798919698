import { folderOf } from '../document/settings';
import { element } from '../views/kit/element';
import type { AskedQuestion, CheckedExercise } from '../worker/messages';
import { checkList } from './checkList';
import { handInButton } from './fileBar';
import type { Surroundings } from './Panel';
import { TaskPanel, type Task } from './TaskPanel';
import type { PageTexts } from './texts';

/** One question: its prompt, the student's answer in the file of answers, and what the check says of it. */
export class QuestionPanel extends TaskPanel {
  readonly #form = element('form', { class: 'question', onsubmit: (event) => event.preventDefault() });

  constructor(host: HTMLElement, surroundings: Surroundings, task: Task) {
    super(surroundings, task);
    const { course, texts, language, isLocal } = surroundings;
    const { id, file, title } = task.assignment;
    host.append(
      element('h1', { tabindex: -1 }, task.name),
      element('p', { class: 'quiet' }, `${folderOf(id)} · ${title[language]}`),
      this.#form,
      element('p', { class: 'bar' }, this.progress, handInButton(course, id, texts)),
      element('h2', {}, texts.checks),
      this.results,
      element('p', { class: 'quiet' }, texts.answersFile(file)),
    );
    this.begin(isLocal);
  }

  protected override showResult(result: CheckedExercise): void {
    if (result.question !== undefined) this.#ask(result.question);
    const ignore = (): void => undefined;
    this.results.replaceChildren(checkList(result, { texts: this.texts, hints: 0, onHint: ignore, onLine: ignore }));
  }

  /** Don't rebuild a field while it is being edited, or the cursor would be lost. */
  #ask(question: AskedQuestion): void {
    const answer = (given: string): void => void this.#answer(given);
    const [before] = this.#form.children;
    if (before === undefined) this.#form.replaceChildren(fieldsOf(this.task.name, question, this.texts, answer));
    for (const field of this.#form.querySelectorAll('input')) {
      if (field.type === 'radio') field.checked = field.value === question.given.trim().toLowerCase();
      else if (field !== document.activeElement) field.value = question.given;
    }
  }

  async #answer(given: string): Promise<void> {
    const text = await this.course.engine.answered(this.file.text, this.task.name, given);
    // What can't be read is for the student to repair in the file; the check says where.
    if (text !== undefined) this.file.edit(text);
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
          const radio = field({ type: 'radio', value: id, onchange: (event) => answer(valueOf(event)) });
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
              oninput: (event) => answer(valueOf(event)),
            }),
          ),
        ];
  return element('fieldset', {}, element('legend', {}, prompt), ...fields);
}
