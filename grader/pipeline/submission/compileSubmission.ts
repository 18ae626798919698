import { build, type BuildOptions, type Message } from 'esbuild';
import type { CompileCause, FileProblem, FileRemark, SourcePlace } from '../types';
import { allowedImports, submissionNamespace } from './allowedImports';
import { isFileProblem } from './isFileProblem';
import { ownTestProblem } from './ownTestProblem';
import { parseScript } from './parseBounded';
import { placed } from './sourcePlaces';
import { tooDeep } from './tooDeep';
import type { Compiled, FoundFile } from './types';
import { withoutCode } from './withoutCode';
import { underFormerNames, withNewNames, type Named } from './underFormerNames';
import { withinLimits } from './withinLimits';

/** More than the sandbox accepts. */
export const maxCompiledBytes = 900_000;

/**
 * Compiles an assignment's file, with the files that it imports, to one script. Runs none of it.
 *
 * @param exercises - the exercises; functions that the file has under former names are exported under current ones too
 */
export async function compileSubmission(
  found: FoundFile,
  exercises: readonly Named[] = [],
): Promise<Compiled | FileProblem> {
  if (found.answers?.file === found.file) return withoutCode(found.file, found.text);
  const compiled = await compileFile(found);
  if (isFileProblem(compiled) || exercises.every(({ formerNames = [] }) => formerNames.length === 0)) return compiled;
  const renamed = underFormerNames(compiled, exercises);
  if (renamed.length === 0) return compiled;
  const again = await compileFile({ ...found, text: withNewNames(found, renamed) });
  if (isFileProblem(again)) return compiled;
  const remarks = renamed.map((one) => ({ id: 'former-name', file: found.file, ...one }) as const);
  return { ...again, remarks: [...again.remarks, ...remarks] };
}

/**
 * Compiles a file as it is.
 *
 * @param isModule - which further modules it can import where it runs; none for a submission
 */
export async function compileFile(
  found: FoundFile,
  isModule: (name: string) => boolean = () => false,
): Promise<Compiled | FileProblem> {
  const sources = new Map<string, string>();
  const remarks: FileRemark[] = [];
  try {
    const options: BuildOptions = {
      entryPoints: [found.file],
      absWorkingDir: found.directory,
      outfile: 'submission.js',
      write: false,
      bundle: true,
      platform: 'neutral',
      format: 'cjs',
      target: 'node20',
      // A snapshot, which submissions run in, doesn't support import(); esbuild then turns it into require().
      supported: { 'dynamic-import': false },
      treeShaking: false,
      // The student's own tsconfig.json could redirect imports.
      tsconfigRaw: '{}',
      charset: 'utf8',
      legalComments: 'none',
      sourcemap: 'external',
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [allowedImports(found, { sources, remarks }, isModule)],
    };
    const built = await withinLimits(() => build(options));
    if (built.status === 'ended') return unreadable(found, built.reason);
    const output = (extension: string): string =>
      built.result.outputFiles?.find(({ path }) => path.endsWith(extension))?.text ?? '';
    const code = output('.js');
    const bytes = Buffer.byteLength(code);
    if (bytes > maxCompiledBytes)
      return unreadable(found, `compiled, it has ${bytes} bytes; at most ${maxCompiledBytes} are run`);
    const program = parseScript(code);
    if (program === undefined) return tooDeep;
    const compiled = {
      status: 'compiled',
      code,
      program,
      sourceMap: output('.map'),
      file: found.file,
      sources,
      remarks,
    } as const;
    return ownTestProblem(compiled) ?? compiled;
  } catch (error) {
    const message = firstMessage(error);
    if (message === undefined) throw error;
    return {
      status: 'does-not-compile',
      message: message.text,
      place: placeOfMessage(message, sources),
      cause: causeOf(message),
    };
  }
}

function unreadable({ file }: FoundFile, reason: string): FileProblem {
  return { status: 'unreadable', file, reason };
}

/** esbuild's first message about the submission; undefined for any other error, which is ours. */
function firstMessage(error: unknown): Message | undefined {
  if (typeof error !== 'object' || error === null || !('errors' in error)) return undefined;
  return (error.errors as readonly Message[])[0];
}

function causeOf({ text, detail }: Message): CompileCause | undefined {
  if (text.startsWith('Top-level await')) return { id: 'top-level-await' };
  // esbuild returns it as given by the plugin, or -1 if there is none.
  return typeof detail === 'object' ? (detail as CompileCause | undefined) : undefined;
}

function placeOfMessage({ location }: Message, sources: ReadonlyMap<string, string>): SourcePlace | undefined {
  if (location === null) return undefined;
  const file = location.file.replace(`${submissionNamespace}:`, '');
  // esbuild counts columns in bytes, from 0.
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  return placed(sources, { file, line: location.line, column: before.length + 1 });
}
