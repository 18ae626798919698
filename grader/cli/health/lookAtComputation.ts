import { ok, problem, type Finding, type Said } from './finding';

/** The oldest Node on which everything works. */
const oldestNode = 20;

export function lookAtNode(version: string = process.versions.node): Finding {
  const topic: Said = (texts) => texts.node;
  const isNewEnough = Number.parseInt(version, 10) >= oldestNode;
  return isNewEnough
    ? ok(topic, (texts) => texts.version(version))
    : problem(
        topic,
        (texts) => texts.oldNode(version, oldestNode),
        (texts) => texts.installNode,
      );
}

/** That tfjs computes in double precision is measured, not assumed. */
export async function lookAtTfjs(): Promise<readonly Finding[]> {
  const topic: Said = (texts) => texts.tfjs;
  const precisionTopic: Said = (texts) => texts.precision;
  try {
    // It loads for a moment, and fails where the installation is damaged: both belong here, not to the start.
    const { precisionOf, tf } = await import('../../precision');
    const precision = precisionOf();
    return [
      ok(topic, (texts) => texts.tfjsRuns(tf.version.tfjs, tf.getBackend())),
      precision === 'float64'
        ? ok(precisionTopic, (texts) => texts.isDouble)
        : problem(
            precisionTopic,
            (texts) => texts.isNotDouble(precision),
            (texts) => texts.installRight,
          ),
    ];
  } catch (error) {
    return [
      problem(
        topic,
        (texts) => texts.tfjsFails((error as Error).message),
        (texts) => texts.installAll,
      ),
    ];
  }
}
