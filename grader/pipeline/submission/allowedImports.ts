import { lstat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from 'esbuild';
import { isAbsence } from '../../files';
import type { CompileCause, FileRemark } from '../types';
import { computedImport } from './computedImport';
import { isFileProblem } from './isFileProblem';
import { readGuarded } from './readGuarded';
import type { FoundFile } from './types';

/**
 * esbuild's namespace for the submission's files. For files in its own namespace `file`, esbuild would look for
 * package.json and source maps.
 */
export const submissionNamespace = 'submission';

/** Module names that all mean the one guarded tfjs. */
export const libraryNames: readonly string[] = ['@tensorflow/tfjs', '@tensorflow/tfjs-node', '@tensorflow/tfjs-core'];

const allowed = 'a submission may import @tensorflow/tfjs, descent and its own files, such as ./helpers';
const extensions = ['', '.ts', '.js', '/index.ts', '/index.js'];

/** What was loaded of a submission. */
export interface Loaded {
  readonly sources: Map<string, string>;
  readonly remarks: FileRemark[];
}

/**
 * An esbuild plugin that allows only what a submission may import, and records the loaded files in `loaded`.
 *
 * @param isModule - whether a further module is available where the code runs
 */
export function allowedImports(found: FoundFile, loaded: Loaded, isModule: (name: string) => boolean): Plugin {
  return {
    name: 'allowed-imports',
    setup(build) {
      build.onResolve({ filter: /.*/ }, (request) =>
        isModule(request.path) ? { path: request.path, external: true } : resolve(found, request),
      );
      build.onLoad({ filter: /.*/, namespace: submissionNamespace }, ({ path }) => load(found, path, loaded));
    },
  };
}

async function resolve(found: FoundFile, { kind, path, importer }: OnResolveArgs): Promise<OnResolveResult> {
  if (kind === 'entry-point') return { path: found.file, namespace: submissionNamespace };
  if (libraryNames.includes(path)) return { path: '@tensorflow/tfjs', external: true };
  if (path === 'descent') return { path, external: true };
  if (!isRelative(path)) return refuse(refusalOf(path), causeOfImport(path));
  const target = posix.join(posix.dirname(importer), path);
  // From the root: relative paths would be resolved against the folder that the grader was started in.
  const fromBase = posix.relative(`/${found.base}`, `/${target}`);
  if (/^\.\.(\/|$)/.test(target) || /^\.\.(\/|$)/.test(fromBase) || fromBase.split('/').includes('node_modules')) {
    return refuse(`'${path}' lies outside the submission: ${allowed}`, { id: 'outside', path });
  }
  const file = await firstFile(found.directory, target);
  return file === undefined
    ? refuse(refusalOf(path), causeOfImport(path))
    : { path: file, namespace: submissionNamespace };
}

async function load(found: FoundFile, file: string, { sources, remarks }: Loaded): Promise<OnLoadResult> {
  const isEntry = file === found.file;
  const read = isEntry
    ? ({ status: 'text', text: found.text, encoding: undefined } as const)
    : await readGuarded({ directory: found.directory, base: found.base, file });
  if (isFileProblem(read)) {
    const reason = read.status === 'unreadable' ? read.reason : read.status;
    return refuse(`${file} can't be read: ${reason}`, { id: 'cannot-read', file, reason });
  }
  const { text, encoding } = read;
  if (encoding !== undefined) remarks.push({ id: 'decoded', file, encoding });
  sources.set(file, text);
  if (file.endsWith('.json')) return { contents: text, loader: 'json' };
  const loader = file.endsWith('.js') ? 'js' : 'ts';
  const contents = withoutSourceMap(text);
  const complaint = await computedImport(contents, loader);
  return complaint === undefined
    ? { contents, loader }
    : { errors: [{ ...complaint, location: { file, ...complaint.location } }] };
}

/**
 * Resolves an import path with or without extension: as written, with .ts or .js, a folder's index, or the .ts that a
 * .js is built from.
 */
async function firstFile(directory: string, target: string): Promise<string | undefined> {
  const paths = extensions.map((extension) => target + extension);
  if (target.endsWith('.js')) paths.push(target.replace(/\.js$/, '.ts'));
  for (const path of paths) {
    if (!/\.(ts|js|json)$/.test(path)) continue;
    // What can't be looked at is reported as unreadable when it is loaded.
    const isFile = await lstat(join(directory, path)).then(
      (status) => !status.isDirectory(),
      (error: unknown) => !isAbsence(error),
    );
    if (isFile) return path;
  }
  return undefined;
}

// A source map inside a submission could attribute its code to files that don't exist. Columns stay the same.
function withoutSourceMap(text: string): string {
  return text.replace(/(\/[/*])[#@](?=[ \t]*sourceMappingURL=)/g, '$1 ');
}

/** The same as a sentence, for callers without translations. */
export function refusalOf(path: string): string {
  return isRelative(path) ? `'${path}' does not exist in the submission` : `'${path}' can't be imported: ${allowed}`;
}

const ofTests = /^(node:test|vitest|mocha|jest)$|^@jest\//;

/** Why a path can't be imported that is neither one of the submission's files nor an allowed module. */
export function causeOfImport(path: string): CompileCause {
  if (isRelative(path)) return { id: 'not-there', path };
  return ofTests.test(path) ? { id: 'own-tests' } : { id: 'not-allowed', path };
}

function isRelative(path: string): boolean {
  return /^\.\.?(\/|$)/.test(path);
}

function refuse(text: string, detail?: CompileCause): { errors: { text: string; detail: CompileCause | undefined }[] } {
  return { errors: [{ text, detail }] };
}
