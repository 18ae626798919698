import { formatNumber } from '../../../../pipeline/words/formatNumber';
import type { Choice, Control, FileInput, Option, Slider, Toggles } from './control';
import { element } from './element';

type Change<State> = (change: (state: State) => State) => void;

/** Elements for controls; they are reused while a value changes, so the focus is kept. */
export class ControlPanel<State> {
  readonly root = element('div', { class: 'controls' });
  #layout = '';
  #controls: readonly Control<State>[] = [];
  #refreshers: (() => void)[] = [];

  constructor(
    private readonly prefix: string,
    private readonly change: Change<State>,
  ) {}

  show(controls: readonly Control<State>[]): void {
    this.#controls = controls;
    const layout = JSON.stringify(controls.map((control) => [control.kind, control.id, control.label, 'options' in control && control.options])); // prettier-ignore
    if (layout !== this.#layout) {
      const focused = document.activeElement?.id;
      this.#refreshers = [];
      this.root.replaceChildren(...controls.map((control, index) => this.#build(control, index)));
      this.#layout = layout;
      if (focused?.startsWith(this.prefix) === true) document.getElementById(focused)?.focus();
    }
    for (const refresh of this.#refreshers) refresh();
  }

  #current<Kind extends Control<State>['kind']>(
    index: number,
    kind: Kind,
  ): Extract<Control<State>, { kind: Kind }> | undefined {
    const control = this.#controls[index];
    return control?.kind === kind ? (control as Extract<Control<State>, { kind: Kind }>) : undefined;
  }

  #build(control: Control<State>, index: number): HTMLElement {
    switch (control.kind) {
      case 'slider':
        return this.#slider(control, index);
      case 'choice':
        return this.#options(control, index, 'radio');
      case 'toggles':
        return this.#options(control, index, 'checkbox');
      case 'button':
        return element(
          'button',
          {
            type: 'button',
            id: `${this.prefix}-${control.id}`,
            onclick: () => {
              const current = this.#current(index, 'button');
              if (current !== undefined) this.change(current.press);
            },
          },
          control.label,
        );
      case 'file':
        return this.#file(control, index);
    }
  }

  #slider(control: Slider<State>, index: number): HTMLElement {
    const { id, label, min, max, step, log = false } = control;
    const [to, from] = log ? [Math.log10, (value: number) => 10 ** value] : [Number, Number];
    const input = element('input', {
      ...{ type: 'range', id: `${this.prefix}-${id}`, min: to(min), max: to(max), step },
      oninput: () => {
        const value = Number(from(Number(input.value)).toPrecision(6));
        this.change((state) => this.#current(index, 'slider')?.set(state, value) ?? state);
      },
    });
    const output = element('output', { for: input.id });
    this.#refreshers.push(() => {
      const { value = min } = this.#current(index, 'slider') ?? {};
      const text = formatNumber(value);
      if (document.activeElement !== input || Math.abs(Number(input.value) - to(value)) > step / 2) input.value = String(to(value)); // prettier-ignore
      input.setAttribute('aria-valuetext', text);
      output.textContent = text;
    });
    return element('div', { class: 'slider' }, element('label', { for: input.id }, label), output, input);
  }

  #options(control: Choice<State> | Toggles<State>, index: number, type: 'radio' | 'checkbox'): HTMLElement {
    const inputs = control.options.map((option) =>
      this.#input(control.id, option, type, () => {
        const current = this.#controls[index];
        if (current?.kind === 'choice') this.change((state) => current.set(state, option.id));
        if (current?.kind === 'toggles')
        this.change((state) => current.set(state, current.options.map(({ id }) => id).filter((id) => (id === option.id) !== current.values.includes(id)))); // prettier-ignore
      }),
    );
    this.#refreshers.push(() => {
      const current = this.#controls[index];
      for (const [at, { input }] of inputs.entries()) {
        const id = control.options[at]?.id ?? '';
        input.checked =
          current?.kind === 'toggles'
            ? current.values.includes(id)
            : current?.kind === 'choice' && current.value === id;
      }
    });
    return element(
      'fieldset',
      { class: type === 'radio' ? 'choice' : 'toggles' },
      element('legend', {}, control.label),
      ...inputs.map(({ label }) => label),
    );
  }

  #input(
    group: string,
    option: Option,
    type: string,
    onchange: () => void,
  ): { input: HTMLInputElement; label: HTMLElement } {
    const { id, label, series, unavailable } = option;
    const input = element('input', {
      type,
      id: `${this.prefix}-${group}-${id}`,
      name: `${this.prefix}-${group}`,
      onchange,
    });
    const swatch =
      series === undefined ? [] : [element('span', { class: `swatch series-${series}`, 'aria-hidden': 'true' })];
    const note = unavailable === undefined ? [] : [element('small', {}, unavailable)];
    return { input, label: element('label', unavailable === undefined ? {} : { class: 'unavailable' }, input, ...swatch, element('span', {}, label), ...note) }; // prettier-ignore
  }

  #file(control: FileInput<State>, index: number): HTMLElement {
    const input = element('input', {
      ...{ type: 'file', id: `${this.prefix}-${control.id}`, accept: '.json,application/json' },
      onchange: () => {
        const file = input.files?.[0];
        const read = this.#current(index, 'file')?.read;
        if (file !== undefined && read !== undefined)
          void file.text().then((text) => this.change((state) => read(state, text, file.name)));
      },
    });
    return element('div', { class: 'file' }, element('label', { for: input.id }, control.label), input);
  }
}
