import type { SkippedEntry } from '../../pipeline/submission/archives';
import type { Delivery } from './types';

export interface SetAside {
  readonly deliveries: readonly Delivery[];
  /** Submissions of which nothing could be read. Whose they are is for a person to say: they are not absent. */
  readonly unreadable: readonly { readonly label: string; readonly reason: string }[];
}

/** Takes files that can't be read out of the submissions that they belong to. */
export function setAside(deliveries: readonly Delivery[], skipped: readonly SkippedEntry[]): SetAside {
  const reasons = new Map(skipped.map(({ name, reason }) => [name, reason]));
  const readable: Delivery[] = [];
  const unreadable: { label: string; reason: string }[] = [];
  for (const delivery of deliveries) {
    const files = delivery.files.filter(({ from }) => !reasons.has(from));
    const [first] = delivery.files;
    if (first === undefined || files.length > 0) readable.push({ ...delivery, files });
    else unreadable.push({ label: delivery.label, reason: `${first.path} can't be read: ${reasons.get(first.from)}` });
  }
  return { deliveries: readable, unreadable };
}
