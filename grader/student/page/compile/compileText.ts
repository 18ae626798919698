import { transform } from 'sucrase';
import { ownTestProblem, parseScript, placed, tooDeep, type Compiled, type Named } from '../../../pipeline/submission';
import type { CompileCause, FileProblem, SourcePlace } from '../../../pipeline/types';
import { moduleToScript, RefusedModule } from './moduleToScript';

/**
 * Compiles a student's single file without a server: removes types and keeps line numbers. The result has the form that
 * grading analyses.
 *
 * @param exercises - functions under former names are also exported under the current ones
 */
export function compileText(
  { file, text }: { readonly file: string; readonly text: string },
  exercises: readonly Named[] = [],
): Compiled | FileProblem {
  const sources = new Map([[file, text]]);
  const refused = (message: string, at?: Place, cause?: CompileCause): FileProblem => ({
    status: 'does-not-compile',
    message,
    place: at === undefined ? undefined : placed(sources, { file, ...at }),
    cause,
  });
  try {
    const { code: module, sourceMap } = transform(text, {
      transforms: ['typescript'],
      disableESTransforms: true,
      filePath: file,
      sourceMapOptions: { compiledFilename: 'submission.js' },
    });
    const code = moduleToScript(module, exercises);
    const program = parseScript(code);
    if (program === undefined) return tooDeep;
    const compiled: Compiled = {
      status: 'compiled',
      code,
      program,
      sourceMap: JSON.stringify({ ...sourceMap, sources: [file] }),
      file,
      sources,
      remarks: [],
    };
    return ownTestProblem(compiled) ?? compiled;
  } catch (error) {
    if (error instanceof RefusedModule) return refused(error.message, error.place, error.cause);
    const syntax = syntaxError(error);
    if (syntax === undefined) throw error;
    return refused(syntax.message, syntax.place);
  }
}

type Place = Pick<SourcePlace, 'line' | 'column'>;

/** Both parsers report the position in the message and in a field; acorn counts columns from 0, sucrase from 1. */
function syntaxError(error: unknown): { readonly message: string; readonly place: Place | undefined } | undefined {
  if (!(error instanceof SyntaxError)) return undefined;
  const { loc } = error as { readonly loc?: Place };
  const isAcorn = 'raisedAt' in error;
  const message = error.message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
  return { message, place: loc && { line: loc.line, column: loc.column + (isAcorn ? 1 : 0) } };
}
