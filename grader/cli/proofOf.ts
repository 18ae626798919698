import { basename, dirname } from 'node:path';
import type { Proof } from '../class/queue';
import type { Installation } from './installation';
import { versions } from './versions';

/** What this installation's results depend on, as a queue needs it to be the same everywhere. */
export function proofOf(
  { engine, childCommand }: Installation,
  own: Pick<Proof, 'scope' | 'seedLabel' | 'isolation'>,
): Proof {
  return { ...versions(engine), ...own, sources: sourcesOf({ childCommand }) };
}

/** What tells one state of the grader from another: bundles lie in a folder that is named after the sources. */
export function sourcesOf({ childCommand }: Pick<Installation, 'childCommand'>): string {
  return basename(dirname(childCommand.at(-1) ?? '')).replace(/^grader-/, '');
}
