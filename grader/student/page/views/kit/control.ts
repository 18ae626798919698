import { seriesOf, type Series } from '../../drawing';

export interface Option {
  readonly id: string;
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
  /** Of the value, or of its base-10 logarithm on a log slider. */
  readonly step: number;
  readonly log?: boolean;
  readonly set: (state: State, value: number) => State;
}

/** A choice of one. */
export interface Choice<State> {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly set: (state: State, id: string) => State;
}

/** A choice of several. */
export interface Toggles<State> {
  readonly kind: 'toggles';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly values: readonly string[];
  readonly set: (state: State, ids: readonly string[]) => State;
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
  /** @param text - content of the file */
  readonly read: (state: State, text: string, name: string) => State;
}

/** A control that changes the state of a view. */
export type Control<State> = Slider<State> | Choice<State> | Toggles<State> | Button<State> | FileInput<State>;

/** The keys of a state whose values have a given type. */
type Names<State, Value> = { [Name in keyof State & string]: State[Name] extends Value ? Name : never }[keyof State &
  string];

/** A slider for a number in the state. */
export function slider<State>(
  state: State,
  id: Names<State, number>,
  label: string,
  range: Pick<Slider<State>, 'min' | 'max' | 'step' | 'log'> & Partial<Pick<Slider<State>, 'set'>>,
): Slider<State> {
  const set = (now: State, value: number): State => ({ ...now, [id]: value });
  return { kind: 'slider', id, label, value: state[id] as number, set, ...range };
}

/** A choice of one, with translated names, for a value in the state. */
export function choice<State, Name extends Names<State, string>>(
  state: State,
  id: Name,
  label: string,
  names: Readonly<Record<State[Name] & string, string>>,
  set = (now: State, chosen: State[Name]): State => ({ ...now, [id]: chosen }),
): Choice<State> {
  return {
    ...{ kind: 'choice', id, label, value: state[id] as string },
    options: Object.entries<string>(names).map(([option, name]) => ({ id: option, label: name })),
    set: (now, chosen) => set(now, chosen as State[Name]),
  };
}

/**
 * A choice of several series, for a list in the state.
 *
 * @param todo - what can't be shown yet, with the words for it
 */
export function seriesToggles<State, Id extends string>(
  state: State,
  id: Names<State, readonly string[]>,
  { label, ids, names }: { label: string; ids: readonly Id[]; names: Readonly<Record<Id, string>> },
  todo: { readonly ids: readonly Id[] | undefined; readonly words: string },
): Toggles<State> {
  const options = ids.map((one, index) => ({
    ...{ id: one, label: names[one], series: seriesOf(index) },
    unavailable: todo.ids?.includes(one) === true ? todo.words : undefined,
  }));
  const set = (now: State, chosen: readonly string[]): State => ({ ...now, [id]: chosen });
  return { kind: 'toggles', id, label, options, values: state[id] as readonly string[], set };
}

/** A single checkbox. */
export function toggle<State>(state: State, id: Names<State, boolean>, label: string, option: string): Toggles<State> {
  return {
    ...{ kind: 'toggles', id, label, options: [{ id: 'on', label: option }] },
    values: state[id] === true ? ['on'] : [],
    set: (now, ids) => ({ ...now, [id]: ids.length > 0 }),
  };
}
