import type { MountedView, ViewContext } from '../View';
import { ControlPanel } from './controlPanel';
import type { ViewDefinition, ViewTexts } from './definition';
import { element } from './element';
import { FigurePanel } from './figurePanel';
import { kitTexts } from './kitTexts';
import { pictureOf, type Picture } from './pictureOf';
import { rememberCalls } from './rememberCalls';

/**
 * Mounts a view in an element. State changes are computed in the worker and drawn once per frame; the latest state
 * wins.
 */
export function mountView<State, Data, Texts extends ViewTexts>(
  definition: ViewDefinition<State, Data, Texts>,
  host: HTMLElement,
  { language, call }: ViewContext,
): MountedView {
  const texts = definition.texts[language];
  const kit = kitTexts[language];
  const remembered = rememberCalls(call);
  let state = definition.initial;
  let data: Data | undefined;
  let [scheduled, computing, stale, disposed] = [false, false, false, false];
  let drawn = 0;

  const change = (next: (state: State) => State): void => {
    state = next(state);
    schedule();
  };
  const controls = new ControlPanel<State>(`view-${definition.id}`, change);
  const figures = element('div', { class: 'figures-row' });
  const panels = new Map<string, FigurePanel<State>>();
  const sentences = element('p', { class: 'sentences', 'aria-live': 'polite' });
  const notes = element('ul', { class: 'notes' });
  const buttons = element('div', { class: 'buttons' });
  host.classList.add('view');
  host.replaceChildren(
    element('p', { class: 'lead' }, texts.lead),
    element('div', { class: 'stage' }, figures, sentences, notes),
    element('div', { class: 'side', role: 'group', 'aria-label': kit.controls }, controls.root, buttons),
  );

  function schedule(): void {
    if (scheduled || disposed) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      void refresh();
    });
  }

  async function refresh(): Promise<void> {
    controls.show(definition.controls(state, texts, data));
    if (computing) {
      stale = true;
      return;
    }
    computing = true;
    const [asked, record] = [state, remembered.record()];
    const result = await definition.compute(asked, record.call);
    computing = false;
    if (disposed) return;
    data = result;
    // Rounded up, two figures would no longer fit beside each other.
    const width = Math.floor(figures.getBoundingClientRect().width);
    show(pictureOf(definition, { data: result, state: asked, texts }, width));
    notes.replaceChildren(...record.problems(kit).map((text) => element('li', {}, text)));
    controls.show(definition.controls(state, texts, data));
    host.dataset.drawn = String((drawn += 1));
    if (stale || state !== asked) {
      stale = false;
      schedule();
    }
  }

  function show(picture: Picture<State>): void {
    for (const figure of picture.figures) {
      const known = panels.get(figure.id);
      const panel = known ?? new FigurePanel<State>(figure, kit, change);
      if (known === undefined) panels.set(figure.id, panel);
      panel.show(figure);
    }
    const shown = picture.figures.map(({ id }) => panels.get(id)?.root).filter((root) => root !== undefined);
    if (shown.length !== figures.children.length || shown.some((root, index) => root !== figures.children[index]))
      figures.replaceChildren(...shown);
    const text = picture.sentences.join(language === 'zh' ? '' : ' ');
    if (sentences.textContent !== text) sentences.textContent = text;
  }

  const player = definition.advance && playButton(definition.advance, kit, () => state, change);
  if (player !== undefined) buttons.append(player.button);
  buttons.append(element('button', { type: 'button', onclick: () => change(() => definition.initial) }, kit.reset));
  const sizes = new ResizeObserver(schedule);
  sizes.observe(figures);
  schedule();
  return {
    update: () => {
      remembered.forget();
      schedule();
    },
    dispose: () => {
      disposed = true;
      player?.stop();
      sizes.disconnect();
      host.replaceChildren();
    },
  };
}

function playButton<State>(
  advance: (state: State) => State | undefined,
  { play, pause }: { play: string; pause: string },
  state: () => State,
  change: (next: (state: State) => State) => void,
): { button: HTMLButtonElement; stop: () => void } {
  let playing = false;
  const button = element('button', { type: 'button', class: 'primary', onclick: () => set(!playing) }, play);
  function set(on: boolean): void {
    playing = on;
    button.textContent = on ? pause : play;
    if (on) requestAnimationFrame(step);
  }
  function step(): void {
    if (!playing) return;
    const next = advance(state());
    if (next === undefined) return set(false);
    change(() => next);
    requestAnimationFrame(step);
  }
  return { button, stop: () => set(false) };
}
