import type { Tfjs } from '../../precision';

/**
 * On Node, tfjs's plain JavaScript recommends the native backend at its first tensor: whoever gets here knows of it.
 */
export function silenceBanner(tf: Tfjs): void {
  const backend = tf.findBackend('cpu') as { firstUse?: boolean } | null;
  if (backend !== null) backend.firstUse = false;
}
