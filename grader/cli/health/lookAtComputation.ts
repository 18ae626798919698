import { ok, problem, type Finding, type Said } from './finding';

/** Oldest supported Node version. */
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

/** Measures that tfjs computes in double precision. */
export async function lookAtTfjs(): Promise<readonly Finding[]> {
  const topic: Said = (texts) => texts.tfjs;
  const precisionTopic: Said = (texts) => texts.precision;
  try {
    // Imported here, because it takes a moment to load and fails if the installation is damaged.
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
