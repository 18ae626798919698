import { parseScript, tooDeep, type Compiled } from '../../../pipeline/submission';
import type { FileProblem } from '../../../pipeline/types';
import type { CompiledText } from '../worker/messages';

/** Parses a script that the server compiled. */
export function readCompiled({ sources, ...rest }: CompiledText): Compiled | FileProblem {
  const program = parseScript(rest.code);
  return program === undefined ? tooDeep : { ...rest, program, sources: new Map(sources) };
}
