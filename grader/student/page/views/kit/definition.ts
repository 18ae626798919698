import type { Language } from '../../../../pipeline/types';
import type { Chart, Drawing } from '../../drawing';
import type { Computation, ComputationResult } from '../../computations';
import type { Control } from './control';

export type Call = <Parameters, Result>(
  computation: Computation<Parameters, Result>,
  parameters: Parameters,
) => Promise<ComputationResult<Result>>;

/** What every view says. */
export interface ViewTexts {
  readonly title: string;
  /** One or two sentences: what there is to find out. */
  readonly lead: string;
}

/**
 * A view as data and pure functions, so that tests and handouts make the same pictures without a browser: what can be
 * moved is the state, what the student's functions return for it is the data, and a picture is drawn from both.
 */
export interface ViewDefinition<State, Data, Texts extends ViewTexts> {
  readonly id: string;
  readonly exercises: readonly string[];
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly initial: State;
  readonly controls: (state: State, texts: Texts, data: Data | undefined) => readonly Control<State>[];
  readonly compute: (state: State, call: Call) => Promise<Data>;
  /** @param width - pixels that the figures have side by side */
  readonly draw: (data: Data, state: State, texts: Texts, width: number) => Picture<State>;
  /** The state one moment later, where there is something to play; undefined at the end. */
  readonly advance?: (state: State) => State | undefined;
}

export interface Picture<State> {
  readonly figures: readonly Figure<State>[];
  /** Say the numbers of the figures. */
  readonly sentences: readonly string[];
}

export interface Figure<State> {
  readonly id: string;
  readonly title: string;
  readonly drawing: Drawing;
  readonly handles?: readonly Handle<State>[];
  /** What a click, or a tap, on an empty place does. */
  readonly press?: { readonly chart: Chart; readonly act: (state: State, at: readonly [number, number]) => State };
}

/** Something in a figure that is dragged, or moved with the arrow keys. */
export interface Handle<State> {
  readonly id: string;
  /** Its name, and where it is. */
  readonly label: string;
  readonly chart: Chart;
  readonly at: readonly [number, number];
  /** How far an arrow key moves it. */
  readonly step: readonly [number, number];
  readonly move: (state: State, to: readonly [number, number]) => State;
  /** One of many, which must not hide each other. */
  readonly small?: boolean;
  /** What the delete key does. */
  readonly remove?: (state: State) => State;
}
