import { describeError } from '../../../execution';
import type { AnswersFile } from '../../../pipeline/questions';
import { loadError } from '../../../pipeline/sandbox';
import { isFileProblem, placeInStack, withoutCode, type Compiled } from '../../../pipeline/submission';
import type { Assignment, FileProblem } from '../../../pipeline/types';
import { answersName } from '../../../pipeline/words/answersName';
import { compileText } from '../compile/compileText';
import { readCompiled } from '../compile/readCompiled';
import type { Exports } from './loadScript';
import type { Source } from './messages';

export interface Loaded {
  readonly assignment: Assignment;
  readonly compiled: Compiled;
  readonly exports: Exports;
  /** Of a file of answers, which has no code: its text. */
  readonly answers?: AnswersFile | undefined;
}

interface Loading {
  readonly id: string;
  readonly assignment: Assignment;
  readonly source: Source;
  /** Seconds after which it was stopped when it was loaded before. */
  readonly stopped: number | undefined;
}

/**
 * Compiles a student's file, and runs it for what it exports.
 *
 * @param evaluate - runs a script that has `name` in stacks
 */
export function loadSource(
  { id, assignment, source, stopped }: Loading,
  evaluate: (code: string, name: string) => Exports,
): Loaded | FileProblem {
  const { file } = source;
  if (file.endsWith(answersName)) {
    const text = source.status === 'text' ? source.text : (source.sources[0]?.[1] ?? '');
    return { assignment, compiled: withoutCode(file, text), exports: {}, answers: { status: 'text', file, text } };
  }
  const compiled = source.status === 'text' ? compileText(source, assignment.exercises) : readCompiled(source);
  if (isFileProblem(compiled)) return compiled;
  if (stopped !== undefined)
    return { status: 'does-not-load', error: loadError({ status: 'timeout', seconds: stopped }, stopped) };
  const name = scriptName(id);
  try {
    return { assignment, compiled, exports: evaluate(compiled.code, name) };
  } catch (error) {
    const described = describeError(error);
    return {
      status: 'does-not-load',
      error: { ...described, place: placeInStack(compiled, described.stack, name) },
    };
  }
}

/** What the frames of an assignment's file have in stacks; the ending is what marks a student's own. */
export function scriptName(assignment: string): string {
  return `${assignment}/submission.js`;
}
