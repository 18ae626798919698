import type { Series } from '../../drawing';

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly series?: Series;
  /** Why it is greyed out. */
  readonly unavailable?: string | undefined;
}

export interface Slider<State> {
  readonly kind: 'slider';
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Of the value, or of its decimal logarithm on a log slider. */
  readonly step: number;
  readonly log?: boolean;
  readonly format?: (value: number) => string;
  readonly set: (state: State, value: number) => State;
}

/** One of several. */
export interface Choice<State, Id extends string = string> {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly set: (state: State, id: Id) => State;
}

/** Any of several. */
export interface Toggles<State, Id extends string = string> {
  readonly kind: 'toggles';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly values: readonly Id[];
  readonly set: (state: State, ids: readonly Id[]) => State;
}

export interface Button<State> {
  readonly kind: 'button';
  readonly id: string;
  readonly label: string;
  readonly press: (state: State) => State;
}

export interface FileInput<State> {
  readonly kind: 'file';
  readonly id: string;
  readonly label: string;
  /** @param text - what is in the file */
  readonly read: (state: State, text: string, name: string) => State;
}

/** Something that changes the state of a view. */
export type Control<State> = Slider<State> | Choice<State> | Toggles<State> | Button<State> | FileInput<State>;

export function slider<State>(options: Omit<Slider<State>, 'kind'>): Control<State> {
  return { kind: 'slider', ...options };
}

export function choice<State, Id extends string>(options: Omit<Choice<State, Id>, 'kind'>): Control<State> {
  return {
    kind: 'choice',
    ...options,
    set: (state, chosen) => options.set(state, options.options.find(({ id }) => id === chosen)?.id ?? options.value),
  };
}

export function toggles<State, Id extends string>(options: Omit<Toggles<State, Id>, 'kind'>): Control<State> {
  return {
    kind: 'toggles',
    ...options,
    set: (state, ids) =>
      options.set(
        state,
        options.options.map(({ id }) => id).filter((id) => ids.includes(id)),
      ),
  };
}

/** A single thing that is on or off. */
export function toggle<State>(
  options: { readonly id: string; readonly label: string; readonly option: string; readonly on: boolean } & {
    readonly set: (state: State, on: boolean) => State;
  },
): Control<State> {
  return toggles<State, 'on'>({
    id: options.id,
    label: options.label,
    options: [{ id: 'on', label: options.option }],
    values: options.on ? ['on'] : [],
    set: (state, ids) => options.set(state, ids.length > 0),
  });
}

export function button<State>(options: Omit<Button<State>, 'kind'>): Control<State> {
  return { kind: 'button', ...options };
}

export function fileInput<State>(options: Omit<FileInput<State>, 'kind'>): Control<State> {
  return { kind: 'file', ...options };
}

/** Options from their names in a language. */
export function optionsOf<Id extends string>(names: Readonly<Record<Id, string>>): readonly Option<Id>[] {
  return (Object.entries(names) as [Id, string][]).map(([id, label]) => ({ id, label }));
}
