import { courseFileOf, withoutNumber, type CourseFiles } from './fileNames';
import type { DeliveredFile } from './types';

/** The files that the course asks for. */
export interface RequestedFiles {
  readonly course: CourseFiles;
  /** Names of other requested files, such as `report.pdf`, by assignment. */
  readonly attachments?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** A file with its path in the imported submission. */
export interface AssignedFile {
  readonly path: string;
  readonly file: DeliveredFile;
}

/**
 * Moves files outside of assignments' folders into them: code, requested attachments, and the student's own sources,
 * which may be imported.
 */
export function assignPaths(
  files: readonly DeliveredFile[],
  { course, attachments }: RequestedFiles,
): readonly AssignedFile[] {
  const top = flatFolder(
    files.map(({ path }) => path),
    course,
  );
  const flat = files.map((file) => {
    const path = file.path.slice(top?.length ?? 0);
    return { file, path, known: path.includes('/') ? undefined : courseFileOf(path, course) };
  });
  const ids = new Set(flat.flatMap(({ known }) => (known === undefined ? [] : [idOf(known, course)])));
  const pathsOf = (path: string, known: string | undefined): readonly string[] => {
    if (known !== undefined) return [`${idOf(known, course)}/${known}`];
    const attached = attachedPaths(path, attachments, ids);
    if (attached.length > 0) return attached;
    const isSource = !path.includes('/') && /\.(?:[tj]s|json)$/i.test(path);
    return isSource && ids.size > 0 ? [...ids].map((id) => `${id}/${path}`) : [path];
  };
  return flat.flatMap(({ file, path, known }) => pathsOf(path, known).map((to) => ({ path: to, file })));
}

/** The paths of an attachment: in the assignments of the code in `ids` if they request it, else in all that do. */
export function attachedPaths(
  name: string,
  attachments: RequestedFiles['attachments'] = new Map(),
  ids: ReadonlySet<string> = new Set(),
): readonly string[] {
  // A file in a folder stays there.
  if (name.includes('/')) return [];
  const plain = [name, withoutNumber(name)].map((one) => one.toLowerCase());
  const requested = [...attachments].flatMap(([id, names]) => {
    const original = names.find((one) => plain.includes(one.toLowerCase()));
    return original === undefined ? [] : [{ id, path: `${id}/${original}` }];
  });
  const ofCode = requested.filter(({ id }) => ids.has(id));
  return (ofCode.length > 0 ? ofCode : requested).map(({ path }) => path);
}

/** Whether some of the course's files are outside of assignments' folders. */
export function isFlat(paths: readonly string[], course: CourseFiles): boolean {
  const top = flatFolder(paths, course);
  return paths.some((path) => (top !== undefined && path.startsWith(top)) || courseFileOf(path, course) !== undefined);
}

/** The only top folder, if it isn't an assignment's and directly contains a file of the course. */
function flatFolder(paths: readonly string[], course: CourseFiles): string | undefined {
  const [first = ''] = paths;
  const top = first.slice(0, first.indexOf('/') + 1);
  const isAnAssignment = [...course.values(), 'assignments'].includes(top.slice(0, -1));
  if (top === '' || isAnAssignment || !paths.every((path) => path.startsWith(top))) return undefined;
  return paths.some((path) => courseFileOf(path.slice(top.length), course) !== undefined) ? top : undefined;
}

function idOf(known: string, course: CourseFiles): string {
  return course.get(known) ?? course.get(known.replace(/\.js$/, '.ts')) ?? '';
}
