import ts from 'typescript';
import { lineOf } from '../lineOf';

export interface ParsedSource {
  readonly source: ts.SourceFile;
  /** Resolves names within the file, without imported modules. */
  readonly checker: ts.TypeChecker;
}

const onlyFile = '/source.ts';
const options: ts.CompilerOptions = { target: ts.ScriptTarget.ESNext, noLib: true, noResolve: true, types: [] };

/**
 * Parses a single TypeScript file.
 *
 * @param fileName - for messages
 * @throws with file and line if it is not TypeScript
 */
export function parseSource(text: string, fileName: string): ParsedSource {
  const source = ts.createSourceFile(onlyFile, text, ts.ScriptTarget.ESNext, true);
  const program = ts.createProgram([onlyFile], options, hostOf(source));
  const [first] = program.getSyntacticDiagnostics(source);
  if (first !== undefined) {
    const message = ts.flattenDiagnosticMessageText(first.messageText, ' ');
    throw problemAt(
      fileName,
      lineOf(text, first.start),
      message,
      'it must be TypeScript before and after the solutions are cut out',
    );
  }
  return { source, checker: program.getTypeChecker() };
}

/** An error in one sentence: where, what, and what to do. */
export function problemAt(fileName: string, line: number, what: string, remedy: string): Error {
  return new Error(`${fileName}:${line}: ${what}; ${remedy}`);
}

function hostOf(source: ts.SourceFile): ts.CompilerHost {
  return {
    getSourceFile: (name) => (name === onlyFile ? source : undefined),
    fileExists: (name) => name === onlyFile,
    readFile: (name) => (name === onlyFile ? source.text : undefined),
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  };
}
