import { readdirSync } from 'node:fs';
import { describeError } from '../../execution';
import { withinSeconds } from '../../execution/withinSeconds';
import { languageOf, textsFor } from '../../pipeline/report';
import { loadError } from '../../pipeline/sandbox';
import type { ThrownError } from '../../pipeline/types';
import { locateInStack } from './locateInStack';
import { messageOnly } from './messageOnly';
import type { BeforeRunning } from './problemsBeforeRunning';
import { seconds } from './tested';
import { withoutJest } from './withoutJest';

const texts = textsFor(languageOf(process.env).language);

export type Loaded =
  | { readonly status: 'loaded'; readonly exports: Readonly<Record<string, unknown>> }
  | { readonly status: 'does-not-load'; readonly error: ThrownError };

/** Loads the file that is tested as grading does: without Jest, and in time. */
export function loadSubmission(load: () => object): Loaded {
  let submission: object = {};
  try {
    if (withoutJest(() => withinSeconds(seconds, () => (submission = load()))))
      return { status: 'loaded', exports: submission as Readonly<Record<string, unknown>> };
  } catch (thrown) {
    const error = describeError(thrown);
    return { status: 'does-not-load', error: { ...error, place: locateInStack(error.stack) } };
  }
  return {
    status: 'does-not-load',
    error: loadError({ status: 'timeout', seconds: seconds ?? Infinity }, seconds ?? Infinity),
  };
}

/**
 * Says of a file what grading says of it, where it can't be graded or is called otherwise. Jest would speak of its own
 * settings.
 *
 * @param file - what the assignment calls it
 * @param error - why it does not load here; undefined where it does
 * @throws in the words of grading
 */
export function refuse({ problems, remarks }: BeforeRunning, file: string, error: ThrownError | undefined): void {
  const [problem] = problems.values();
  if (problem?.status === 'file') throw messageOnly(texts.file(problem.problem).join('\n  '));
  if (error === undefined) return;
  for (const remark of remarks)
    if (remark.id !== 'decoded') throw messageOnly([texts.fileRemark(remark), texts.rightName(file)].join('\n  '));
  throw messageOnly(texts.file({ status: 'does-not-load', error }).join('\n  '));
}

/** Whether grading may take another file than Jest does: one of the same name but for its ending or its capitals. */
export function isDoubtful(folder: string, file: string): boolean {
  const stemOf = (name: string): string => name.toLowerCase().replace(/\.[jt]s$/, '');
  const alike = readdirSync(folder).filter((name) => /\.[jt]s$/i.test(name) && stemOf(name) === stemOf(file));
  return alike.join() !== file;
}
