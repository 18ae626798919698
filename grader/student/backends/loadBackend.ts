import type { Tfjs } from '../../precision';
import { isDoublePrecision } from '../../precision/installDoublePrecision';
import { BackendError } from './BackendError';
import { backendNames, requestedBackend, type BackendName } from './backendNames';
import { installTfjsNode, loadTfjsNode, tfjsNode } from './loadTfjsNode';
import { loadWasm, tfjsWasm } from './loadWasm';
import { installedPackages, isInstalled, type PackageLoader } from './packageLoader';
import { silenceBanner } from './silenceBanner';

/** The current backend, and why it was chosen. */
export interface LoadedBackend {
  readonly name: BackendName;
  /** The reason, which follows "backend wasm: ". */
  readonly why: string;
  /** Version of the backend; empty for plain JavaScript. */
  readonly version: string;
  readonly tf: Tfjs;
}

export interface BackendOptions {
  /** Environment in which `DESCENT_BACKEND` is looked up. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly packages?: PackageLoader;
  /** Whether this process computes in double precision. */
  readonly doublePrecision?: boolean;
}

interface Candidate {
  readonly packageName: string;
  readonly install: string;
  readonly start: (tf: Tfjs, packages: PackageLoader) => Promise<string>;
}

const candidates: Readonly<Record<Exclude<BackendName, 'cpu'>, Candidate>> = {
  tensorflow: { packageName: tfjsNode, install: installTfjsNode, start: loadTfjsNode },
  wasm: { packageName: tfjsWasm, install: 'npm ci', start: loadWasm },
};

/**
 * Loads tfjs on the fastest backend that works here: tfjs-node if it is installed, else WASM, else plain JavaScript.
 * `DESCENT_BACKEND` overrides it. For training only: checks and points are always computed in double precision.
 *
 * @throws BackendError if `DESCENT_BACKEND` names an unknown backend, or one that does not work here
 */
export async function loadBackend(options: BackendOptions = {}): Promise<LoadedBackend> {
  const { environment = process.env, packages = installedPackages, doublePrecision = isDoublePrecision() } = options;
  const requested = requestedBackend(environment);
  const tf = packages('@tensorflow/tfjs') as Tfjs;
  if (doublePrecision) {
    // The others would read the doubles as 32-bit floats, and silently compute garbage.
    const ignored =
      requested === undefined || requested === 'cpu' ? '' : `; DESCENT_BACKEND=${requested} is for training only`;
    return startCpu(tf, `this process computes in double precision, which no other backend does${ignored}`);
  }
  const passedOver: string[] = [];
  for (const name of requested === undefined ? backendNames : [requested]) {
    const asked = `DESCENT_BACKEND=${name} asks for it`;
    if (name === 'cpu') return startCpu(tf, requested === undefined ? passedOver.join('; ') : asked);
    const attempt = await tryCandidate(candidates[name], tf, packages);
    if (attempt.status === 'started') {
      return { name, why: whyOf(name, requested, passedOver), version: attempt.version, tf };
    }
    if (requested !== undefined)
      throw new BackendError(`DESCENT_BACKEND=${name} can't be had: ${attempt.fact}; ${attempt.advice}`);
    passedOver.push(attempt.fact);
  }
  // The list of names ends with `cpu`, which always starts.
  return startCpu(tf, passedOver.join('; '));
}

function whyOf(name: BackendName, requested: BackendName | undefined, passedOver: readonly string[]): string {
  if (requested !== undefined) return `DESCENT_BACKEND=${name} asks for it`;
  return passedOver.length === 0 ? `${tfjsNode} is installed, and mostly the fastest` : passedOver.join('; ');
}

type Attempt =
  | { readonly status: 'started'; readonly version: string }
  | { readonly status: 'failed'; readonly fact: string; readonly advice: string };

async function tryCandidate(
  { packageName, install, start }: Candidate,
  tf: Tfjs,
  packages: PackageLoader,
): Promise<Attempt> {
  if (!isInstalled(packages, packageName)) {
    return {
      status: 'failed',
      fact: `${packageName} is not installed`,
      advice: `run \`${install}\`, or unset DESCENT_BACKEND`,
    };
  }
  try {
    return { status: 'started', version: await start(tf, packages) };
  } catch (error) {
    const fact = `${packageName} is installed, but does not work (${firstSentence(error)})`;
    return { status: 'failed', fact, advice: `run \`${install}\` again, or unset DESCENT_BACKEND` };
  }
}

async function startCpu(tf: Tfjs, why: string): Promise<LoadedBackend> {
  await tf.setBackend('cpu');
  silenceBanner(tf);
  return { name: 'cpu', why, version: '', tf };
}

const longestReason = 160;

function firstSentence(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split(/\.?\s*\n/);
  const text = line.trim().replace(/\.$/, '');
  return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text;
}
