import { namesOf, type AssignmentOnPage } from '../document/settings';
import type { MountedView, View } from '../views';
import { element } from '../views/kit/element';
import type { Panel, Surroundings } from './Panel';

/** One view, and the exercises that it runs: unfinished ones are greyed out. */
export class ViewPanel implements Panel {
  readonly #mounted: MountedView;
  readonly #unwatch: () => void;

  constructor(
    host: HTMLElement,
    { course, texts, language }: Surroundings,
    { view, assignments }: { readonly view: View; readonly assignments: readonly AssignmentOnPage[] },
  ) {
    const links = new Map(view.exercises.map((name) => exerciseLink(name, assignments)));
    const show = (name: string): void => {
      const link = links.get(name);
      const status = course.statusOf(name);
      if (link === undefined || status === undefined) return;
      link.className = status;
      link.title = status === 'begun' ? texts.begun : texts.status[status];
      link.setAttribute('aria-label', `${name}: ${link.title}`);
    };
    for (const name of links.keys()) show(name);
    const body = element('div', { class: 'view' });
    host.append(
      element('h1', { tabindex: -1 }, view.title(language)),
      element('p', { class: 'exercises' }, texts.runs, ...[...links.values()].flatMap((link) => [' ', link])),
      body,
    );
    this.#mounted = view.mount(body, {
      language,
      call: (computation, parameters) => course.engine.compute(computation, parameters),
    });
    this.#unwatch = course.watch({ onStatus: show, onLoaded: () => this.#mounted.update() });
  }

  dispose(): void {
    this.#unwatch();
    this.#mounted.dispose();
  }
}

/** By the exercise's current name, which may differ from the one in the view. */
function exerciseLink(
  written: string,
  assignments: readonly AssignmentOnPage[],
): readonly [name: string, link: HTMLAnchorElement] {
  for (const assignment of assignments) {
    const name = assignment.exercises.find((one) => namesOf(assignment, one).includes(written));
    if (name !== undefined) return [name, element('a', { href: `#${assignment.id}/${name}` }, name)];
  }
  return [written, element('a', {}, written)];
}
