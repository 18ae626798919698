import type { Language } from '../../../../pipeline/types';
import type { Chart, Drawing } from '../../drawing';
import type { Computation, ComputationResult } from '../../computations';
import type { Control } from './control';

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
  /** @param width - total width of the figures in pixels */
  readonly draw: (data: Data, state: State, texts: Texts, width: number) => Picture<State>;
  /** The next state of an animation; undefined at the end. */
  readonly advance?: (state: State) => State | undefined;
}

export interface Picture<State> {
  readonly figures: readonly Figure<State>[];
  /** Describe the figures, with their numbers. */
  readonly sentences: readonly string[];
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
