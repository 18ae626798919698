import { ok, problem, type Finding } from './finding';

/** Oldest supported Node version. */
const oldestNode = 20;

export function lookAtNode(version: string = process.versions.node): Finding {
  const isNewEnough = Number.parseInt(version, 10) >= oldestNode;
  return (texts) =>
    isNewEnough
      ? ok(texts.node, texts.version(version))
      : problem(texts.node, texts.oldNode(version, oldestNode), texts.installNode);
}

/** Measures that tfjs computes in double precision. */
export async function lookAtTfjs(): Promise<readonly Finding[]> {
  try {
    // Imported here, because it takes a moment to load and fails if the installation is damaged.
    const { precisionOf, tf } = await import('../../precision');
    const precision = precisionOf();
    return [
      (texts) => ok(texts.tfjs, texts.tfjsRuns(tf.version.tfjs, tf.getBackend())),
      (texts) =>
        precision === 'float64'
          ? ok(texts.precision, texts.isDouble)
          : problem(texts.precision, texts.isNotDouble(precision), texts.installRight),
    ];
  } catch (error) {
    return [(texts) => problem(texts.tfjs, texts.tfjsFails((error as Error).message), texts.installAll)];
  }
}
