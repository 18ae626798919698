import type { Program } from 'acorn';
import type { AnswersFile } from '../questions';
import type { FileProblem, FileRemark, SourcePlace } from '../types';

/** What was handed in: for each requested assignment, its file or why there is none. */
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
  /** How it differs from what was asked for. */
  readonly remarks?: readonly FileRemark[];
  /** Answers to the assignment's questions, from a file next to it, or this very file if no code is asked for. */
  readonly answers?: AnswersFile | undefined;
}

/** A submission's file and all files it imports, as one script. */
export interface Compiled {
  readonly status: 'compiled';
  /** CommonJS that requires only `@tensorflow/tfjs` and `descent`. The same code is analysed and run. */
  readonly code: string;
  /** Its syntax tree, shared by all analyses. */
  readonly program: Program;
  readonly sourceMap: string;
  /** The assignment's file, relative to the submission. */
  readonly file: string;
  /** Text of every file in it, by its path relative to the submission. */
  readonly sources: ReadonlyMap<string, string>;
  /** On the files that it imports. */
  readonly remarks: readonly FileRemark[];
}

/** A call of a library function that is off limits. */
export interface ForbiddenUse {
  /** `tf.losses.softmaxCrossEntropy`, or `tensor.softmax` for a method. */
  readonly call: string;
  readonly place: SourcePlace;
  /**
   * The submission's own functions that lead from the exercise to the call, in order; empty if the exercise calls it
   * itself.
   */
  readonly through: readonly string[];
}
