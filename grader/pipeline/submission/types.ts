import type { Program } from 'acorn';
import type { AnswersFile } from '../questions';
import type { FileProblem, FileRemark, SourcePlace } from '../types';

/** What was handed in: for each assignment asked for, its file or why there is none. */
export interface Submission {
  /** Name of the folder. */
  readonly name: string;
  /** Its real path. */
  readonly directory: string;
  readonly files: ReadonlyMap<string, FoundFile | FileProblem>;
}

/** An assignment's file. Paths use `/` on every system. */
export interface FoundFile {
  readonly status: 'found';
  /** Real path of the submission. */
  readonly directory: string;
  /** Folder that relative imports must stay in, relative to the submission; empty for the submission itself. */
  readonly base: string;
  /** The file, relative to the submission. */
  readonly file: string;
  readonly text: string;
  /** How it is not quite what was asked for. */
  readonly remarks?: readonly FileRemark[];
  /** Answers to the assignment's questions, which lie beside it; or are this very file, where no code is asked for. */
  readonly answers?: AnswersFile | undefined;
}

/** A submission's file, and all that it imports of its own, as one script. */
export interface Compiled {
  readonly status: 'compiled';
  /** CommonJS that requires nothing but `@tensorflow/tfjs` and `descent`: what is analysed is what is run. */
  readonly code: string;
  /** Its syntax tree, for all that look into it. */
  readonly program: Program;
  readonly sourceMap: string;
  /** The assignment's file, relative to the submission. */
  readonly file: string;
  /** Text of every file that went into it, by its path relative to the submission. */
  readonly sources: ReadonlyMap<string, string>;
  /** Of the files that it imports. */
  readonly remarks: readonly FileRemark[];
}

/** A call of a library function that is off limits. */
export interface ForbiddenUse {
  /** `tf.losses.softmaxCrossEntropy`, or `tensor.softmax` for a method. */
  readonly call: string;
  readonly place: SourcePlace;
  /**
   * The submission's own functions that lead from the exercise to the call, in order; empty where the exercise calls it
   * itself.
   */
  readonly through: readonly string[];
}
