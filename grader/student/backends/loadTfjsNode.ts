import { z } from 'zod';
import type { Tfjs } from '../../precision';
import { checkArithmetic } from './checkArithmetic';
import type { PackageLoader } from './packageLoader';
import { restoreUtil } from './restoreUtil';

export const tfjsNode = '@tensorflow/tfjs-node';

/**
 * The command that installs it. It is not a dependency: it downloads TensorFlow, which is not reachable from
 * everywhere.
 */
export const installTfjsNode = 'npm i --no-save @tensorflow/tfjs-node@4.22.0';

const packageSchema = z.object({ version: z.string() });

/**
 * Selects native TensorFlow as the backend.
 *
 * @returns versions, for display
 * @throws if its version differs from that of tfjs, or it doesn't work: an install without its download leaves a
 *   package that throws when loaded
 */
export async function loadTfjsNode(tf: Tfjs, load: PackageLoader): Promise<string> {
  const { version } = packageSchema.parse(load(`${tfjsNode}/package.json`));
  // Another version brings a second tfjs along, which doesn't recognize the tensors of the first.
  if (version !== tf.version.tfjs) throw new Error(`it is version ${version}, and tfjs is ${tf.version.tfjs}`);
  restoreUtil();
  // By default, TensorFlow prints build information to stderr.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  load(tfjsNode);
  if (!(await tf.setBackend('tensorflow'))) throw new Error('its backend does not start');
  checkArithmetic(tf);
  return `tfjs-node ${version}, TensorFlow ${tensorFlowVersion(tf)}`;
}

function tensorFlowVersion(tf: Tfjs): string {
  const { binding } = tf.backend() as { readonly binding?: { readonly TF_Version?: string } };
  return binding?.TF_Version ?? 'of unknown version';
}
