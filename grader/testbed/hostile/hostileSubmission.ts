import type { IsolationLevel } from '../../pipeline/types';
import type { ExerciseStatus } from '../../pipeline/types';

/**
 * Things outside of the sandbox that an attack tries to get at. The suite makes them, and looks whether they were
 * reached.
 */
export interface Targets {
  /** Port on 127.0.0.1 that listens for TCP and for UDP. */
  readonly port: number;
  /** Number of the grader's process. */
  readonly pid: number;
  /** Path of a listening socket. */
  readonly socket: string;
  /** A file that holds `secretText`. */
  readonly secretFile: string;
  /** A folder where whatever appears was written by an attack. */
  readonly folder: string;
  /** Names of this machine, its user's home and the checkout. */
  readonly names: readonly string[];
}

export const secretText = 'the points of somebody else';

/** What each of the two exercises of a hostile submission must come to. */
export interface Verdicts {
  readonly softmax: ExerciseStatus;
  readonly crossEntropy: ExerciseStatus;
}

/** A submission that tries to get what it has not earned. */
export interface HostileSubmission {
  readonly id: string;
  /** What it tries, in words that complete "it tries to …". */
  readonly tries: string;
  readonly source: (targets: Targets) => string;
  /** What it comes to where the attack fails. */
  readonly verdicts: Verdicts;
  /**
   * The weakest level at which the attack must fail. Below it, it may succeed at reaching out of the process, never at
   * gaining points.
   */
  readonly holdsFrom: IsolationLevel;
  /** What its `softmax` returns is awaited, as if the exercise were \`async\`. */
  readonly isAwaited?: true;
  /** Not run below `holdsFrom`: it would do harm. */
  readonly isHarmful: boolean;
}

const passes: Verdicts = { softmax: 'passed', crossEntropy: 'passed' };

interface Options {
  readonly tries: string;
  readonly holdsFrom?: IsolationLevel;
  readonly verdicts?: Partial<Verdicts>;
  readonly isHarmful?: boolean;
}

/**
 * An attack that is made while `softmax` runs; where it fails, the right answer is returned. It throws `escaped(…)`
 * where it succeeds.
 */
export function whileAsked(
  id: string,
  options: Options,
  attack: string | ((targets: Targets) => string),
): HostileSubmission {
  return submission(
    id,
    options,
    (targets) => `${head}\n${tail(`${textOf(attack, targets)}\n  return rightSoftmax(scores);`)}`,
  );
}

/** An attack that is made while the file is loaded. */
export function whileLoading(
  id: string,
  options: Options,
  attack: string | ((targets: Targets) => string),
): HostileSubmission {
  return submission(
    id,
    options,
    (targets) => `${head}\n${textOf(attack, targets)}\n${tail('return rightSoftmax(scores);')}`,
  );
}

/** A `softmax` whose whole body is the attack, prepared while the file is loaded. */
export function insteadOfAnswer(id: string, options: Options, body: string, prepared = ''): HostileSubmission {
  return submission(id, options, () => `${head}\n${prepared}\n${tail(body)}`);
}

function submission(
  id: string,
  { tries, holdsFrom = 'process', verdicts, isHarmful = false }: Options,
  source: HostileSubmission['source'],
): HostileSubmission {
  return { id, tries, source, verdicts: { ...passes, ...verdicts }, holdsFrom, isHarmful };
}

function textOf(attack: string | ((targets: Targets) => string), targets: Targets): string {
  return typeof attack === 'string' ? attack : attack(targets);
}

// Written without array methods of JavaScript, so that an attack that rewrites them leaves it right.
const head = `
import * as tf from '@tensorflow/tfjs';
const host: any = (globalThis as any).process;
function node(name: string): any {
  return host.getBuiltinModule(name);
}
function escaped(what: string): never {
  throw new Error('escaped: ' + what);
}
/** Runs an attack that the walls may answer with an error. */
function attempt<T>(attack: () => T): T | undefined {
  try {
    return attack();
  } catch (error) {
    if (String((error as any)?.message).startsWith('escaped')) throw error;
    return undefined;
  }
}
function rightSoftmax(scores: any): any {
  return tf.tidy(() => {
    const exponentials = scores.sub(scores.max(1, true)).exp();
    return exponentials.div(exponentials.sum(1, true));
  });
}
export function crossEntropy(scores: any, y: any): any {
  return tf.tidy(() => {
    const [n, classes] = scores.shape;
    const truth = tf.oneHot(y, classes, 1, 0, 'float32');
    const shifted = scores.sub(scores.max(1, true));
    const loss = shifted.exp().sum(1).log().sub(shifted.mul(truth).sum(1)).mean();
    return { loss, dScores: rightSoftmax(scores).sub(truth).div(n) };
  });
}`;

function tail(body: string): string {
  return `export function softmax(scores: any): any {\n  ${body}\n}\n`;
}
