import type { FileRemark, FileProblem, Language, ExerciseStatus } from '../../../pipeline/types';
import type { ComputationResult } from '../computations';

/** A student's file as one script, compiled elsewhere. */
export interface CompiledText {
  readonly status: 'compiled';
  readonly code: string;
  readonly sourceMap: string;
  readonly file: string;
  readonly sources: readonly (readonly [path: string, text: string])[];
  readonly remarks: readonly FileRemark[];
}

/** What the worker is given of one file. */
export type Source = CompiledText | { readonly status: 'text'; readonly file: string; readonly text: string };

/** Where a function was stopped before, since it never ended there. */
export interface Stop {
  readonly exercise: string;
  readonly evaluation: string;
  readonly seconds: number;
}

export type Request =
  | {
      readonly kind: 'load';
      readonly assignment: string;
      readonly source: Source;
      /** Seconds after which it was stopped, where it never ends. */
      readonly stopped?: number;
    }
  | {
      readonly kind: 'check';
      readonly assignment: string;
      /** All unless given. */
      readonly exercises?: readonly string[];
      /** Whether only the first case is run, to see what is still to do. */
      readonly onlyBegun?: boolean;
      readonly language: Language;
      readonly stops: readonly Stop[];
    }
  /** Writes an answer into a text of answers. */
  | { readonly kind: 'answer'; readonly text: string; readonly name: string; readonly answer: string }
  | { readonly kind: 'compute'; readonly computation: string; readonly parameters: unknown };

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

/** The files of the course, each packed by gzip: public checks by assignment, and the digits. */
export interface PackedCourse {
  readonly checks: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  readonly digits: Uint8Array<ArrayBuffer>;
}

export type Answer =
  | { readonly status: 'loaded' }
  | {
      readonly status: 'not-loaded';
      readonly problem: FileProblem;
      readonly lines: Readonly<Record<Language, readonly string[]>>;
    }
  | { readonly status: 'checked'; readonly exercises: readonly CheckedExercise[] }
  /** Undefined: what stands there can't be read. */
  | { readonly status: 'written'; readonly text: string | undefined }
  | { readonly status: 'computed'; readonly result: ComputationResult<unknown> };

/** What the worker says while it works, and at the end. */
export type Report =
  /** What runs now, so that whoever waits can say what never ended. */
  | {
      readonly status: 'running';
      readonly id: number;
      readonly exercise: string;
      readonly evaluation: string;
      readonly seconds: number;
    }
  | { readonly status: 'answered'; readonly id: number; readonly answer: Answer }
  /** Our own bug. */
  | { readonly status: 'failed'; readonly id: number; readonly message: string };

/** What the checks say of one exercise, in words. */
export interface CheckedExercise {
  readonly name: string;
  readonly status: ExerciseStatus;
  readonly checks: readonly CheckedCheck[];
  /** Why it could not be checked. */
  readonly problem: string | undefined;
  /** Line of the student's file that it is about. */
  readonly line: number | undefined;
  /** Of the recognised mistake, from where to look to its name. */
  readonly hints: readonly string[];
  /** It is no function, and is answered. */
  readonly question?: AskedQuestion | undefined;
}

/** A question in the reader's language, and what stands in the file. */
export interface AskedQuestion {
  readonly prompt: string;
  readonly kind: 'choice' | 'number' | 'text';
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  readonly given: string;
}

export interface CheckedCheck {
  readonly id: string;
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly message: string;
  readonly difference: Difference | undefined;
}

/** What was expected and what came, as far as it can be drawn. */
export interface Difference {
  readonly path: string;
  readonly expected: DrawnTensor;
  readonly got: DrawnTensor;
}

export interface DrawnTensor {
  readonly shape: readonly number[];
  /** Rows of the matrix that is drawn; the first ones of a larger tensor. */
  readonly rows: readonly (readonly number[])[];
}
