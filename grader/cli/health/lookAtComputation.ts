import { ok, problem, type Finding } from './finding';

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
    const { precisionOf, tf } = await import('../../precision');
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
