import type { Language } from '../../../pipeline/types';
import { answersName } from '../../../pipeline/words/answersName';
import type { PageSettings } from '../document/settings';
import type { View } from '../views';
import { viewsOf } from './viewsOf';
import type { Course } from './Course';
import { element } from '../views/kit/element';
import { ExercisePanel } from './ExercisePanel';
import { navigation } from './navigation';
import type { Panel, Surroundings } from './Panel';
import { QuestionPanel } from './QuestionPanel';
import { texts } from './texts';
import { ViewPanel } from './ViewPanel';

export interface AppOptions {
  readonly settings: PageSettings;
  readonly course: Course;
  readonly nonce: string;
  readonly onLanguage: (language: Language) => void;
}

/** The page around views and exercises: the current place, and navigation. */
export class App {
  readonly #views: readonly View[];
  #panel: Panel | undefined;
  #unwatch: () => void = () => undefined;

  constructor(private readonly options: AppOptions) {
    this.#views = viewsOf(options.settings.course);
    addEventListener('hashchange', () => this.#go());
  }

  /** Builds the whole page, in the reader's language. */
  show(): void {
    const { settings, course, nonce, onLanguage } = this.options;
    const language = course.language();
    const own = texts[language];
    const surroundings: Surroundings = {
      course,
      texts: own,
      language,
      nonce,
      isLocal: settings.address !== undefined,
    };
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    const { nav, show, go } = navigation(surroundings, this.#views, settings.course.assignments);
    const main = element('main', { id: 'main' });
    this.#panel?.dispose();
    this.#unwatch();
    this.#unwatch = course.watch({ onStatus: show });
    document.body.replaceChildren(
      element('a', { class: 'skip', href: '#main', onclick: (event) => skipTo(main, event) }, own.skip),
      element(
        'header',
        {},
        element('a', { href: `#${this.#views[0]?.id ?? ''}`, class: 'title' }, settings.course.title),
        element(
          'button',
          { type: 'button', lang: own.otherLanguage, onclick: () => onLanguage(own.otherLanguage) },
          own.language,
        ),
      ),
      element(
        'details',
        // On a narrow screen it would cover the content.
        { class: 'menu', open: matchMedia('(min-width: 52rem)').matches },
        element('summary', {}, own.navigation),
        nav,
      ),
      main,
    );
    this.#render = () => {
      this.#panel?.dispose();
      main.replaceChildren();
      const hash = this.#hash();
      go(hash);
      this.#panel = this.#panelOf(hash, main, surroundings);
    };
    this.#render();
  }

  #render: () => void = () => undefined;

  #go(): void {
    this.#render();
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #hash(): string {
    if (location.hash.length > 1) return location.hash;
    const [first] = this.options.settings.course.assignments;
    const [view] = this.#views;
    return view === undefined ? `#${first?.id ?? ''}/${first?.exercises[0] ?? ''}` : `#${view.id}`;
  }

  #panelOf(hash: string, main: HTMLElement, surroundings: Surroundings): Panel | undefined {
    const { assignments } = this.options.settings.course;
    const [id = '', exercise = ''] = hash.slice(1).split('/');
    const view = this.#views.find((one) => one.id === id);
    if (view !== undefined) return new ViewPanel(main, surroundings, { view, assignments });
    const assignment = assignments.find((one) => one.id === id);
    const name = assignment?.exercises.find((one) => one === exercise) ?? assignment?.exercises[0];
    if (assignment === undefined || name === undefined) return undefined;
    if (assignment.file === answersName) return new QuestionPanel(main, surroundings, { assignment, name });
    return new ExercisePanel(main, { ...surroundings, views: this.#views }, { assignment, name });
  }
}

/** The address is the current place; the skip link is not a place. */
function skipTo(main: HTMLElement, event: Event): void {
  event.preventDefault();
  main.querySelector<HTMLElement>('h1')?.focus();
}
