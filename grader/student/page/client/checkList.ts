import type { CheckedCheck, CheckedExercise } from '../worker/messages';
import { differenceTable } from './differenceTable';
import { element } from '../views/kit/element';
import type { PageTexts } from './texts';

export interface CheckListOptions {
  readonly texts: PageTexts;
  /** How many hints are shown. */
  readonly hints: number;
  readonly onHint: () => void;
  readonly onLine: (line: number) => void;
}

/** Check results of one exercise. */
export function checkList(result: CheckedExercise, options: CheckListOptions): HTMLElement {
  const { texts, onLine } = options;
  const { checks, problem, line, status } = result;
  const passed = checks.filter((check) => check.status === 'passed').length;
  return element(
    'div',
    {},
    element('p', { class: `summary ${status}` }, `${texts.status[status]}: ${texts.summary(passed, checks.length)}`),
    ...(problem === undefined || status === 'todo' ? [] : [element('pre', { class: 'message' }, problem)]),
    ...(line === undefined
      ? []
      : [element('button', { type: 'button', onclick: () => onLine(line) }, texts.line(line))]),
    ...hintsOf(result, options),
    element('ul', { class: 'checks' }, ...checks.map((check) => checkItem(check, status === 'todo', texts))),
  );
}

function checkItem(check: CheckedCheck, isTodo: boolean, texts: PageTexts): HTMLElement {
  const { name, status, message, difference } = check;
  return element(
    'li',
    { class: status },
    element('span', {}, element('b', {}, isTodo ? texts.status.todo : texts.checkStatus[status]), ` ${name}`),
    ...(status === 'failed' ? [element('pre', { class: 'message' }, message)] : []),
    ...(status === 'skipped' && !isTodo && message !== '' ? [element('p', { class: 'quiet' }, message)] : []),
    ...(difference === undefined ? [] : [differenceTable(difference, texts)]),
  );
}

function hintsOf({ hints }: CheckedExercise, { hints: shown, onHint, texts }: CheckListOptions): readonly Node[] {
  if (hints.length === 0) return [];
  const texted = hints.slice(0, shown).map((hint, index) => element('li', {}, texts.hint(index + 1, hint)));
  const more =
    shown < hints.length
      ? [element('button', { type: 'button', class: 'hint', onclick: onHint }, texts.nextHint(shown + 1))]
      : [];
  return [element('ul', { class: 'hints' }, ...texted), ...more];
}
