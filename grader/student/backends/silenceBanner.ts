import type { Tfjs } from '../../precision';

/**
 * On Node, the plain JavaScript backend of tfjs prints a recommendation of the native one at its first tensor. It isn't
 * useful here.
 */
export function silenceBanner(tf: Tfjs): void {
  const backend = tf.findBackend('cpu') as { firstUse?: boolean } | null;
  if (backend !== null) backend.firstUse = false;
}
