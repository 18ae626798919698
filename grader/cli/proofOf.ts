import { basename, dirname } from 'node:path';
import type { Proof } from '../class/queue';
import type { Installation } from './installation';
import { versions } from './versions';

/** What this installation's results depend on. A queue requires it to be equal on all machines. */
export function proofOf(
  { engine, childCommand }: Installation,
  own: Pick<Proof, 'scope' | 'seedLabel' | 'isolation'>,
): Proof {
  return { ...versions(engine), ...own, sources: sourcesOf({ childCommand }) };
}

/** Identifies a state of the grader: bundles lie in a folder named after a hash of the sources. */
export function sourcesOf({ childCommand }: Pick<Installation, 'childCommand'>): string {
  return basename(dirname(childCommand.at(-1) ?? '')).replace(/^grader-/, '');
}
