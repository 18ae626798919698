import type { IsolationLevel } from '../../pipeline/types';
import type { ExerciseStatus } from '../../pipeline/types';

/** Resources outside of the sandbox that attacks try to reach. The suite creates them and detects access. */
export interface Targets {
  /** A port on 127.0.0.1 that listens for TCP and UDP. */
  readonly port: number;
  /** The grader's process ID. */
  readonly pid: number;
  /** The path of a listening socket. */
  readonly socket: string;
  /** A file that contains `secretText`. */
  readonly secretFile: string;
  /** A folder that only attacks write to. */
  readonly folder: string;
  /** The host name, the user's home and the checkout's path. */
  readonly names: readonly string[];
}

export const secretText = 'the points of somebody else';

/** The required status of both exercises of a hostile submission. */
export interface Verdicts {
  readonly softmax: ExerciseStatus;
  readonly crossEntropy: ExerciseStatus;
}

/** A submission with an attack. */
export interface HostileSubmission {
  readonly id: string;
  /** Completes “it tries to …”. */
  readonly tries: string;
  readonly source: (targets: Targets) => string;
  /** The statuses when the attack fails. */
  readonly verdicts: Verdicts;
  /**
   * The weakest level at which the attack must fail. Below it, the attack may reach outside of the process, but never
   * gain points.
   */
  readonly holdsFrom: IsolationLevel;
  /** Whether `softmax` is graded as an `async` exercise. */
  readonly isAwaited?: true;
  /** Whether the attack would do harm, so that it does not run below `holdsFrom`. */
  readonly isHarmful: boolean;
}

const passes: Verdicts = { softmax: 'passed', crossEntropy: 'passed' };

interface Options {
  readonly tries: string;
  readonly holdsFrom?: IsolationLevel;
  readonly verdicts?: Partial<Verdicts>;
  readonly isHarmful?: boolean;
}

/** An attack during a call of `softmax`. It calls `escaped(…)` if it succeeds; otherwise the correct answer is returned. */
export function duringCall(
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

/** An attack while the file loads. */
export function duringLoad(
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

/** An attack as the whole body of `softmax`; `prepared` runs while the file loads. */
export function asBody(id: string, options: Options, body: string, prepared = ''): HostileSubmission {
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

// Avoids array methods, so that attacks that patch them don't break it.
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
