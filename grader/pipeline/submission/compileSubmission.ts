import { parse, type Program } from 'acorn';
import { build, type Message } from 'esbuild';
import type { FileProblem, FileRemark, SourcePlace } from '../types';
import { allowedImports, submissionNamespace } from './allowedImports';
import { placed } from './sourcePlaces';
import type { Compiled, FoundFile } from './types';

/** Compiles an assignment's file, with the files of its own that it imports, to one script. Runs nothing of it. */
export async function compileSubmission(found: FoundFile): Promise<Compiled | FileProblem> {
  const sources = new Map<string, string>();
  const remarks: FileRemark[] = [];
  try {
    const { outputFiles } = await build({
      entryPoints: [found.file],
      absWorkingDir: found.directory,
      outfile: 'submission.js',
      write: false,
      bundle: true,
      platform: 'neutral',
      format: 'cjs',
      target: 'node20',
      // A snapshot, where submissions run, knows no import(); esbuild then makes it a require().
      supported: { 'dynamic-import': false },
      treeShaking: false,
      // The student's own tsconfig.json could redirect imports.
      tsconfigRaw: '{}',
      charset: 'utf8',
      legalComments: 'none',
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [allowedImports(found, { sources, remarks })],
    });
    const output = (extension: string): string => outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
    const code = output('.js');
    const program = parsed(code);
    if (program === undefined)
      return { status: 'does-not-compile', message: 'the code is too deeply nested to be read', place: undefined };
    return { status: 'compiled', code, program, sourceMap: output('.map'), file: found.file, sources, remarks };
  } catch (error) {
    const message = firstMessage(error);
    if (message === undefined) throw error;
    return { status: 'does-not-compile', message: message.text, place: placeOfMessage(message, sources) };
  }
}

function parsed(code: string): Program | undefined {
  try {
    // Ranges are how eslint-scope tells where nodes lie.
    return parse(code, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true, ranges: true });
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The first complaint of esbuild about the submission; undefined for an error of another kind, which is ours. */
function firstMessage(error: unknown): Message | undefined {
  if (typeof error !== 'object' || error === null || !('errors' in error)) return undefined;
  return (error.errors as readonly Message[])[0];
}

function placeOfMessage({ location }: Message, sources: ReadonlyMap<string, string>): SourcePlace | undefined {
  if (location === null) return undefined;
  const file = location.file.replace(`${submissionNamespace}:`, '');
  // esbuild counts a column in bytes, from 0.
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return placed(sources, { file, line: location.line, column: before.length + 1 });
}
