import { relative, sep } from 'node:path';
import type { Diagnostic, SourceFile } from 'typescript';
import { sourceFolder, type CourseFolders } from '../../pipeline/course';
import type { Failure } from './claims';

/** One root cause often makes many errors. */
const maxErrors = 3;
/** Of packages and the engine, which all assignments of a course import: read once in each process. */
const parsed = new Map<string, SourceFile | undefined>();

/** Whether TypeScript accepts an assignment's solution and specs, as the course's `tsconfig.json` asks. */
export async function proveTypes(folders: CourseFolders, id: string): Promise<readonly Failure[]> {
  const { root } = folders;
  const folder = sourceFolder(folders, id);
  // What is taken from the engine was compiled before it was published.
  if (!folder.startsWith(root + sep)) return [];
  const ts = await import('typescript');
  const path = ts.findConfigFile(root, (file) => ts.sys.fileExists(file));
  if (path === undefined) {
    const repair = 'copy it from a course that `grader new-course` makes';
    return [{ claim: 'types', exercise: undefined, what: 'the course has no tsconfig.json', where: root, repair }];
  }
  const written: unknown = ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config;
  const { options } = ts.parseJsonConfigFileContent(written, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...how) => {
    if (file.startsWith(folder)) return parse(file, ...how);
    if (!parsed.has(file)) parsed.set(file, parse(file, ...how));
    return parsed.get(file);
  };
  const program = ts.createProgram(ts.sys.readDirectory(folder, ['.ts']), { ...options, noEmit: true }, host);
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder));
  const errors = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return errors.slice(0, maxErrors).map((error) => ({
    claim: 'types',
    exercise: undefined,
    what: `TypeScript refuses it: ${ts.flattenDiagnosticMessageText(error.messageText, ' ').replace(/\.$/, '')}`,
    where: placeOf(error, root),
    repair: 'repair the line; `npx tsc --noEmit` shows all errors of the course',
  }));
}

function placeOf({ file, start = 0 }: Diagnostic, root: string): string {
  if (file === undefined) return root;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${relative(root, file.fileName).split(sep).join('/')}:${line + 1}:${character + 1}`;
}
