import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePlace } from '../types';
import { submissionNamespace } from './allowedImports';
import type { Compiled } from './types';

const longestLine = 200;
const maxFrames = 100;

const maps = new WeakMap<Compiled, TraceMap>();

/**
 * Maps a place in the compiled code to the student's own source.
 *
 * @param line - from 1
 * @param column - from 1, as in a stack trace
 * @returns line and column from 1; undefined for code that the compiler added
 */
export function placeOf(compiled: Compiled, line: number, column: number): SourcePlace | undefined {
  if (line < 1 || column < 1) return undefined;
  const {
    source,
    line: sourceLine,
    column: sourceColumn,
  } = originalPositionFor(mapOf(compiled), { line, column: column - 1 });
  if (source === null) return undefined;
  return placed(compiled.sources, {
    file: source.replace(`${submissionNamespace}:`, ''),
    line: sourceLine,
    column: sourceColumn + 1,
  });
}

/**
 * The first place in the student's own source that a stack trace names.
 *
 * @param stack - an error's stack; the student's code can have changed it
 * @param scriptName - name that the compiled code was run under
 */
export function placeInStack(compiled: Compiled, stack: string, scriptName: string): SourcePlace | undefined {
  const frames = stack.split('\n').filter((line) => /^\s*at /.test(line));
  for (const frame of frames.slice(0, maxFrames)) {
    const at = frame.lastIndexOf(`${scriptName}:`);
    const [, line, column] = (at >= 0 && /^:(\d{1,7}):(\d{1,7})/.exec(frame.slice(at + scriptName.length))) || [];
    const place = line === undefined ? undefined : placeOf(compiled, Number(line), Number(column));
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A place with the text of its line; undefined if the sources have no such line. */
export function placed(
  sources: ReadonlyMap<string, string>,
  { file, line, column }: Pick<SourcePlace, 'file' | 'line' | 'column'>,
): SourcePlace | undefined {
  const text = sources.get(file)?.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1];
  return text === undefined ? undefined : { file, line, column, text: text.slice(0, longestLine).trimEnd() };
}

function mapOf(compiled: Compiled): TraceMap {
  let map = maps.get(compiled);
  if (map === undefined) {
    map = new TraceMap(compiled.sourceMap);
    maps.set(compiled, map);
  }
  return map;
}
