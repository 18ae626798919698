import type { Language } from '../../../../pipeline/types';
import type { Chart, Drawing } from '../../drawing';
import type { Computation, ComputationResult } from '../../computations';
import type { Control } from './control';
import type { Slot } from './sizes';

export type Call = <Parameters, Result>(
  computation: Computation<Parameters, Result>,
  parameters: Parameters,
) => Promise<ComputationResult<Result>>;

/** Texts of every view. */
export interface ViewTexts {
  readonly title: string;
  /** One or two introductory sentences. */
  readonly lead: string;
}

/**
 * A view as data and pure functions, so tests and handouts draw the same pictures without a browser: controls change
 * the state, the student's functions return data for it, and a picture is drawn from both.
 */
export interface ViewDefinition<State, Data, Texts extends ViewTexts> {
  readonly id: string;
  readonly exercises: readonly string[];
  readonly texts: Readonly<Record<Language, Texts>>;
  readonly initial: State;
  readonly controls: (state: State, texts: Texts, data: Data | undefined) => readonly Control<State>[];
  readonly compute: (state: State, call: Call) => Promise<Data>;
  /** State the numbers of the figures, and replace them for readers who can't see them. */
  readonly sentences: (scene: Scene<State, Data, Texts>) => readonly Sentence[];
  /** Two side by side, if the page is wide enough. */
  readonly figures: readonly ((scene: Scene<State, Data, Texts>, slot: Slot) => Figure<State>)[];
  /** The state one moment later, where there is something to play; undefined at the end. */
  readonly advance?: (state: State) => State | undefined;
}

/** Omitted where there is nothing to say. */
export type Sentence = string | undefined | false;

/** Everything a view is drawn from. */
export interface Scene<State, Data, Texts> {
  readonly data: Data;
  readonly state: State;
  readonly texts: Texts;
}

export interface Figure<State> {
  readonly id: string;
  readonly title: string;
  readonly drawing: Drawing;
  readonly handles?: readonly Handle<State>[];
  /** Handles a click or tap on an empty place. */
  readonly press?: { readonly chart: Chart; readonly act: (state: State, at: readonly [number, number]) => State };
}

/** A handle in a figure that can be dragged, or moved with the arrow keys. */
export interface Handle<State> {
  readonly id: string;
  /** Its accessible name, with its position. */
  readonly label: string;
  readonly chart: Chart;
  readonly at: readonly [number, number];
  /** Step of an arrow key. */
  readonly step: readonly [number, number];
  readonly move: (state: State, to: readonly [number, number]) => State;
  /** One of many, drawn small so they don't hide each other. */
  readonly small?: boolean;
  /** Handles the delete key. */
  readonly remove?: (state: State) => State;
}
