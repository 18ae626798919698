import { relative, sep } from 'node:path';
import type { Diagnostic, Program } from 'typescript';
import { sourceFolder, type CourseFolders } from '../../pipeline/course';
import { failing, type Failure } from './claims';

/** Maximum number of errors, since one cause often has many. */
const maxErrors = 3;

/** Type errors of each assignment, by id. */
export type TypeFailures = Readonly<Record<string, readonly Failure[]>>;

/**
 * Type-checks the solutions and specs of assignments with the course's `tsconfig.json`, in one program, since their
 * imports take most of the time.
 */
export async function proveTypes(folders: CourseFolders, ids: readonly string[]): Promise<TypeFailures> {
  const { root } = folders;
  const places = ids.map((id) => ({ id, folder: sourceFolder(folders, id) }));
  // The engine's assignments were already type-checked.
  const own = places.filter(({ folder }) => folder.startsWith(root + sep));
  const program = own.length === 0 ? undefined : await programOf(folders, own);
  return Object.fromEntries(
    own.map(({ id, folder }) => [id, program === undefined ? [withoutConfig(root)] : errorsIn(program, folder, root)]),
  );
}

/** Undefined if the course has no tsconfig.json. */
async function programOf(
  { root }: CourseFolders,
  places: readonly { readonly folder: string }[],
): Promise<Program | undefined> {
  const ts = await import('typescript');
  const path = ts.findConfigFile(root, (file) => ts.sys.fileExists(file));
  if (path === undefined) return undefined;
  const written: unknown = ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config;
  const { options } = ts.parseJsonConfigFileContent(written, ts.sys, root);
  const files = places.flatMap(({ folder }) => ts.sys.readDirectory(folder, ['.ts']));
  return ts.createProgram(files, { ...options, noEmit: true });
}

function withoutConfig(root: string): Failure {
  const repair = 'copy it from a course that `grader new-course` makes';
  return failing('types', undefined, root)('the course has no tsconfig.json', repair);
}

function errorsIn(program: Program, folder: string, root: string): readonly Failure[] {
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${folder.split(sep).join('/')}/`));
  const errors = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  return errors.slice(0, maxErrors).map((error) => {
    const what = `TypeScript refuses it: ${textOf(error.messageText).replace(/\.$/, '')}`;
    const repair = 'repair the line; `npx tsc --noEmit` shows all errors of the course';
    return failing('types', undefined, placeOf(error, root))(what, repair);
  });
}

function textOf(message: Diagnostic['messageText']): string {
  if (typeof message === 'string') return message;
  return [message.messageText, ...(message.next ?? []).map(textOf)].join(' ');
}

function placeOf({ file, start = 0 }: Diagnostic, root: string): string {
  if (file === undefined) return root;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${relative(root, file.fileName).split(sep).join('/')}:${line + 1}:${character + 1}`;
}
