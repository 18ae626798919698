import { folderOf, type AssignmentOnPage } from '../document/settings';
import type { View } from '../views';
import { element } from '../views/kit/element';
import type { Surroundings } from './Panel';

/** Links to all views and exercises, with the status of each exercise. */
export function navigation(
  { course, texts, language }: Surroundings,
  views: readonly View[],
  assignments: readonly AssignmentOnPage[],
): { readonly nav: HTMLElement; readonly show: (exercise: string) => void; readonly go: (hash: string) => void } {
  const states = new Map<string, HTMLElement>();
  const exerciseItem = (id: string, name: string): HTMLElement => {
    const state = element('span', { class: 'state' });
    states.set(name, state);
    return element('li', {}, element('a', { href: `#${id}/${name}` }, name, ' ', state));
  };
  const nav = element(
    'nav',
    { 'aria-label': texts.navigation },
    element('h2', {}, texts.views),
    element(
      'ul',
      {},
      ...views.map((view) => element('li', {}, element('a', { href: `#${view.id}` }, view.title(language)))),
    ),
    element('h2', {}, texts.exercises),
    ...[...new Set(assignments.map(({ id }) => folderOf(id)))].map((folder) => {
      const files = assignments.filter(({ id }) => folderOf(id) === folder);
      return element(
        'details',
        { 'data-assignment': folder },
        element('summary', {}, `${folder.slice(0, 2)} ${files[0]?.title[language] ?? ''}`),
        element('ul', {}, ...files.flatMap(({ id, exercises }) => exercises.map((name) => exerciseItem(id, name)))),
      );
    }),
  );
  const show = (exercise: string): void => {
    const status = course.statusOf(exercise);
    const state = states.get(exercise);
    if (state === undefined || status === undefined) return;
    state.textContent = status === 'begun' ? texts.begun : texts.status[status];
    state.closest('a')?.setAttribute('class', status);
  };
  for (const exercise of states.keys()) show(exercise);
  const go = (hash: string): void => {
    for (const link of nav.querySelectorAll('a')) {
      const isHere = link.getAttribute('href') === hash;
      if (isHere) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      if (isHere) link.closest('details')?.setAttribute('open', '');
    }
  };
  return { nav, show, go };
}
