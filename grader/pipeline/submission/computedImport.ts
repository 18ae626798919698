import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { getLineInfo, type AnyNode, type Program } from 'acorn';
import { full } from 'acorn-walk';
import { transform } from 'esbuild';
import type { CompileCause } from '../types';
import { parseBounded } from './parseBounded';

/** What is wrong with a file, and where: line from 1, column from 0 in bytes, as esbuild counts. */
export interface Complaint {
  readonly text: string;
  readonly detail: CompileCause;
  readonly location?: { readonly line: number; readonly column: number; readonly lineText: string };
}

/**
 * A complaint about the first import() or require() whose path is not a literal; undefined if all are.
 *
 * For a computed path such as import(`../${name}.ts`), esbuild itself searches for matching files: bypassing every
 * plugin, from the working directory, through the whole disk if need be. So none may be left when it links the files.
 */
export async function computedImport(source: string, loader: 'ts' | 'js'): Promise<Complaint | undefined> {
  // Most files have neither import() nor require(); the backslash covers names spelled with escapes.
  if (!/\\u|require|import(?!\s+[\w*{'"])/.test(source)) return undefined;
  const script = await transform(source, {
    loader,
    target: 'node20',
    tsconfigRaw: '{}',
    sourcemap: 'external',
    logLevel: 'silent',
  }).catch(() => undefined);
  // Code that doesn't compile will not be linked either, and the compiler's message is better.
  if (script === undefined) return undefined;
  const computed = computedPaths(script.code);
  if (computed === undefined)
    return { text: 'the code is nested too deeply, or too unusual, to be read', detail: { id: 'too-deep' } };
  const [path] = computed;
  if (path === undefined) return undefined;
  const { line, column } = getLineInfo(script.code, path.start);
  const original = originalPositionFor(new TraceMap(script.map), { line, column });
  const text = 'the path of an import() or require() must be written out in quotes';
  const complaint = { text, detail: { id: 'computed-path' } } as const;
  if (original.line === null) return complaint;
  const lineText = source.split(/\r\n|[\n\r\u2028\u2029]/)[original.line - 1] ?? '';
  return {
    ...complaint,
    location: { line: original.line, column: Buffer.byteLength(lineText.slice(0, original.column)), lineText },
  };
}

/** Undefined if the code can't be parsed. */
function computedPaths(code: string): readonly AnyNode[] | undefined {
  const computed: AnyNode[] = [];
  try {
    full(parsed(code), (node) => {
      const path = importedPath(node);
      if (path !== undefined && !isWrittenOut(path)) computed.push(path);
    });
  } catch {
    return undefined;
  }
  return computed;
}

function parsed(code: string): Program {
  const options = { ecmaVersion: 'latest', allowReturnOutsideFunction: true } as const;
  try {
    return parseBounded(code, { ...options, sourceType: 'module' });
  } catch {
    // CommonJS allows syntax that modules don't.
    return parseBounded(code, { ...options, sourceType: 'script' });
  }
}

function importedPath(node: AnyNode): AnyNode | undefined {
  if (node.type === 'ImportExpression') return node.source;
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require'
    ? node.arguments[0]
    : undefined;
}

function isWrittenOut(path: AnyNode): boolean {
  return path.type === 'TemplateLiteral'
    ? path.expressions.length === 0
    : path.type === 'Literal' && typeof path.value === 'string';
}
