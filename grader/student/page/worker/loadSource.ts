import { describeError } from '../../../execution';
import type { AnswersFile } from '../../../pipeline/questions';
import { loadError } from '../../../pipeline/sandbox';
import {
  isFileProblem,
  parseScript,
  placeInStack,
  tooDeep,
  withoutCode,
  type Compiled,
} from '../../../pipeline/submission';
import type { Assignment, FileProblem } from '../../../pipeline/types';
import { answersName } from '../../../pipeline/words/answersName';
import { compileText } from '../compile/compileText';
import type { Exports } from './loadScript';
import type { CompiledText, Source } from './messages';

export interface Loaded {
  readonly assignment: Assignment;
  readonly compiled: Compiled;
  readonly exports: Exports;
  /** Text of an answers file, which has no code. */
  readonly answers?: AnswersFile | undefined;
}

interface Loading {
  readonly id: string;
  readonly assignment: Assignment;
  readonly source: Source;
  /** Seconds after which an earlier load was stopped. */
  readonly stopped: number | undefined;
}

/**
 * Compiles a student's file, and runs it to get its exports.
 *
 * @param evaluate - runs a script under the name `name`
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

/** Parses a script that the server compiled. */
function readCompiled({ sources, ...rest }: CompiledText): Compiled | FileProblem {
  const program = parseScript(rest.code);
  return program === undefined ? tooDeep : { ...rest, program, sources: new Map(sources) };
}

/** File name of an assignment's frames in stacks; the extension marks student code. */
export function scriptName(assignment: string): string {
  return `${assignment}/submission.js`;
}
