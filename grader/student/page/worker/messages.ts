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

/** One file, as sent to the worker. */
export type Source = CompiledText | { readonly status: 'text'; readonly file: string; readonly text: string };

/** The evaluation in which a function hung before. */
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
      /** Seconds after which it was stopped, if it hangs. */
      readonly stopped?: number;
    }
  | {
      readonly kind: 'check';
      readonly assignment: string;
      /** All by default. */
      readonly exercises?: readonly string[];
      /** Whether to run only the first case, to see what is still to do. */
      readonly onlyBegun?: boolean;
      readonly language: Language;
      readonly stops: readonly Stop[];
    }
  /** Writes an answer into the text of an answers file. */
  | { readonly kind: 'answer'; readonly text: string; readonly name: string; readonly answer: string }
  | { readonly kind: 'compute'; readonly computation: string; readonly parameters: unknown };

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

/** Gzipped files of the course: public checks by assignment, and the digits. */
export interface PackedCourse {
  readonly checks: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
  readonly digits: Uint8Array<ArrayBuffer>;
}

/** Why a file can't be run, in words. */
export interface DescribedProblem {
  readonly status: 'problem';
  readonly problem: FileProblem;
  readonly lines: Readonly<Record<Language, readonly string[]>>;
}

export type Answer =
  | { readonly status: 'loaded' }
  | DescribedProblem
  | { readonly status: 'checked'; readonly exercises: readonly CheckedExercise[] }
  /** Undefined if the text can't be parsed. */
  | { readonly status: 'written'; readonly text: string | undefined }
  | { readonly status: 'computed'; readonly result: ComputationResult<unknown> };

/** Messages of the worker. */
export type Report =
  /** The running function, so the client can name it if it hangs. */
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

/** The check results of one exercise, as texts. */
export interface CheckedExercise {
  readonly name: string;
  readonly status: ExerciseStatus;
  readonly checks: readonly CheckedCheck[];
  /** Why it could not be checked. */
  readonly problem: string | undefined;
  /** Line in the student's file. */
  readonly line: number | undefined;
  /** Hints of the recognised mistake: locate, concept, name. */
  readonly hints: readonly string[];
  /** A question instead of a function. */
  readonly question?: AskedQuestion | undefined;
}

/** A question in the reader's language, and the answer in the file. */
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

/** Expected and actual values, as far as they can be drawn. */
export interface Difference {
  readonly path: string;
  readonly expected: DrawnTensor;
  readonly got: DrawnTensor;
}

export interface DrawnTensor {
  readonly shape: readonly number[];
  /** Displayed rows; the first ones of a larger tensor. */
  readonly rows: readonly (readonly number[])[];
}
