import type { Texts } from '../../pipeline/report';
import type { ScoredExercise } from '../../pipeline/score';
import { adviceFor } from './adviceFor';
import { nextHint, readShownHints, writeShownHints } from './hintStore';

/** What helps next with one exercise. */
export interface TakenHint {
  readonly text: string;
  /** Why this hint could not be recorded, so it will be given again. */
  readonly notNoted: string | undefined;
}

/** Gives the next hint of one exercise, or other advice, and records it. */
export async function takeHint(
  root: string,
  result: ScoredExercise,
  options: { readonly assignment: string; readonly file: string; readonly texts: Texts },
): Promise<TakenHint> {
  const advice = adviceFor(result, options);
  if (advice.status === 'text') return { text: advice.text, notNoted: undefined };
  const { name } = result.exercise;
  const shown = await readShownHints(root);
  const hint = nextHint(shown, name, advice.mistake);
  let notNoted: string | undefined;
  await writeShownHints(root, { ...shown, [name]: { mistake: advice.mistake, hint } }).catch(
    (error: NodeJS.ErrnoException) => (notNoted = error.code ?? error.message),
  );
  return { text: advice.at(hint), notNoted };
}
