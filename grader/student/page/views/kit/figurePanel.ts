import { drawingFile, drawingPng, saveAs } from './save';
import type { Figure, Handle } from './definition';
import { element } from './element';
import type { KitTexts } from './kitTexts';

type Change<State> = (change: (state: State) => State) => void;

/** One figure with its handles and save buttons. Handle elements are reused while a figure changes. */
export class FigurePanel<State> {
  readonly root: HTMLElement;
  readonly #image = element('div', { class: 'image' });
  readonly #handles = new Map<string, HTMLButtonElement>();
  readonly #change: Change<State>;
  #figure: Figure<State>;

  constructor(figure: Figure<State>, texts: KitTexts, change: Change<State>) {
    this.#figure = figure;
    this.#change = change;
    const button = (name: string, label: string, save: () => void): HTMLElement =>
      element('button', { type: 'button', class: 'save', 'aria-label': label, onclick: save }, name);
    const { id, title } = figure;
    const saved = element(
      'div',
      { class: 'saving' },
      button('SVG', texts.save(title, 'SVG'), () => saveAs(`${id}.svg`, drawingFile(this.#figure.drawing))),
      button('PNG', texts.save(title, 'PNG'), () => void drawingPng(this.#figure.drawing).then((file) => saveAs(`${id}.png`, file))), // prettier-ignore
    );
    const caption = element('figcaption', {}, element('span', {}, title), saved);
    this.root = element('figure', {}, caption, element('div', { class: 'overlay' }, this.#image));
    this.#image.addEventListener('click', (event) => {
      const { press } = this.#figure;
      if (press !== undefined) this.#change((state) => press.act(state, this.#dataAt(press.chart.frame, event)));
    });
  }

  show(figure: Figure<State>): void {
    this.#figure = figure;
    // The title must not make it wider than the drawing.
    this.root.style.width = `${figure.drawing.width}px`;
    this.#image.innerHTML = figure.drawing.markup.text;
    this.#image.classList.toggle('pressable', figure.press !== undefined);
    const handles = figure.handles ?? [];
    for (const [id, button] of this.#handles) {
      if (handles.some((handle) => handle.id === id)) continue;
      button.remove();
      this.#handles.delete(id);
    }
    for (const handle of handles) this.#place(handle);
  }

  #place(handle: Handle<State>): void {
    const button = this.#handles.get(handle.id) ?? this.#make(handle.id);
    const { frame, width, height } = handle.chart;
    button.setAttribute('aria-label', handle.label);
    button.title = handle.label;
    button.classList.toggle('small', handle.small === true);
    button.style.left = `${(frame.x(handle.at[0]) / width) * 100}%`;
    button.style.top = `${(frame.y(handle.at[1]) / height) * 100}%`;
  }

  #make(id: string): HTMLButtonElement {
    const current = (): Handle<State> | undefined => this.#figure.handles?.find((handle) => handle.id === id);
    const move = (to: readonly [number, number]): void => {
      this.#change((state) => current()?.move(state, to) ?? state);
    };
    const button = element('button', {
      ...{ type: 'button', class: 'handle' },
      onpointerdown: (event) => button.setPointerCapture(event.pointerId),
      onpointermove: (event) => {
        const handle = current();
        if (handle !== undefined && button.hasPointerCapture(event.pointerId))
          move(this.#dataAt(handle.chart.frame, event));
      },
      onkeydown: (event) => {
        const handle = current();
        if (handle === undefined) return;
        if ((event.key === 'Delete' || event.key === 'Backspace') && handle.remove !== undefined) {
          event.preventDefault();
          this.#change(handle.remove);
        }
        const direction = arrows[event.key];
        if (direction === undefined) return;
        event.preventDefault();
        const factor = event.shiftKey ? 5 : 1;
        move([
          handle.at[0] + direction[0] * handle.step[0] * factor,
          handle.at[1] + direction[1] * handle.step[1] * factor,
        ]);
      },
    });
    this.#handles.set(id, button);
    this.#image.parentElement?.append(button);
    return button;
  }

  #dataAt(frame: Handle<State>['chart']['frame'], event: MouseEvent): readonly [number, number] {
    const box = this.#image.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * frame.width;
    const y = ((event.clientY - box.top) / box.height) * frame.height;
    const inside = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
    return [frame.x.invert(inside(x, frame.left, frame.right)), frame.y.invert(inside(y, frame.top, frame.bottom))];
  }
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
