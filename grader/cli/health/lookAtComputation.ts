import { createRequire } from 'node:module';
import { join } from 'node:path';
import { note, ok, problem, type Finding } from './finding';

/** The oldest Node on which everything works. */
const oldestNode = 20;

export function lookAtNode(version: string = process.versions.node): Finding {
  const isNewEnough = Number.parseInt(version, 10) >= oldestNode;
  return isNewEnough
    ? ok('Node', `version ${version}`)
    : problem(
        'Node',
        `version ${version}, but at least ${oldestNode} is needed`,
        'install the current LTS release from https://nodejs.org',
      );
}

/** That tfjs computes in double precision is measured, not assumed. */
export async function lookAtTfjs(): Promise<readonly Finding[]> {
  try {
    // It loads for a moment, and fails where the installation is damaged: both belong here, not to the start.
    const [{ default: tf }, { precisionOf }] = await Promise.all([import('../../precision/tfjs'), import('../../precision/precisionOf')]);
    const precision = precisionOf();
    return [
      ok('TensorFlow.js', `version ${tf.version.tfjs}, backend ${tf.getBackend()}`),
      precision === 'float64'
        ? ok('precision', 'float64, as measured')
        : problem(
            'precision',
            `${precision}, as measured, where float64 is needed`,
            'run `npm ci`, so that the right versions are installed',
          ),
    ];
  } catch (error) {
    return [problem('TensorFlow.js', `it does not run: ${(error as Error).message}`, 'run `npm ci`')];
  }
}

/** Native TensorFlow is an optional peer: grading never uses it. */
export function lookAtTfjsNode(root: string): Finding {
  const topic = 'tfjs-node';
  try {
    createRequire(join(root, 'package.json')).resolve('@tensorflow/tfjs-node/package.json');
    return ok(topic, 'installed; it may speed up training, and is never used for checks or points');
  } catch {
    const command = 'npm i --no-save @tensorflow/tfjs-node';
    return note(topic, 'not installed, and not needed', `for faster training only, and only if you want it: ${command}`);
  }
}
