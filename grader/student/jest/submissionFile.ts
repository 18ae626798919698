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

/** Loads the tested file as grading does: without Jest, and with a time limit. */
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
 * Reports what grading says about a file that can't be graded or has another name. Jest's own error would be about its
 * settings.
 *
 * @param file - its name in the assignment
 * @param error - why it does not load here; undefined if it does
 * @throws with the message of grading
 */
export function refuse({ problems, remarks }: BeforeRunning, file: string, error: ThrownError | undefined): void {
  const [problem] = problems.values();
  if (problem?.status === 'file') throw messageOnly(texts.file(problem.problem).join('\n  '));
  if (error === undefined) return;
  for (const remark of remarks)
    if (remark.id !== 'decoded') throw messageOnly([texts.fileRemark(remark), texts.rightName(file)].join('\n  '));
  throw messageOnly(texts.file({ status: 'does-not-load', error }).join('\n  '));
}

/** Whether grading may use another file than Jest: one whose name differs only in extension or case. */
export function isDoubtful(folder: string, file: string): boolean {
  const stemOf = (name: string): string => name.toLowerCase().replace(/\.[jt]s$/, '');
  const alike = readdirSync(folder).filter((name) => /\.[jt]s$/i.test(name) && stemOf(name) === stemOf(file));
  return alike.join() !== file;
}
