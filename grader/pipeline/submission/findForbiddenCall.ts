import { getLineInfo, type AnyNode, type Identifier } from 'acorn';
import { banOf } from '../../execution/guard';
import type { Ban, SourcePlace } from '../types';
import { CallGraph } from './forbidden/CallGraph';
import { placed, placeOf } from './sourcePlaces';
import type { Compiled, ForbiddenUse } from './types';

const graphs = new WeakMap<Compiled, CallGraph>();

/**
 * The first call of a banned library function in an exercise, or in one of the submission's functions that it uses,
 * with its place; found before anything runs. Only certain, literal calls are found; the guard refuses all others at
 * run time.
 *
 * @param exercise - name that the function is exported under
 */
export function findForbiddenCall(
  compiled: Compiled,
  exercise: string,
  bans: readonly Ban[],
): ForbiddenUse | undefined {
  const banned = new Set<string>(bans);
  const found = graphOf(compiled).callFrom(exercise, (call) => banOf(call, banned) !== undefined);
  if (found === undefined) return undefined;
  const through = found.through.map((name) => originalName(compiled, name));
  return { call: found.name, place: placeOfNode(compiled, found.node) ?? beginning(compiled), through };
}

/** Whether an exercise uses another exported function of the file, directly or through helpers. */
export function usesNeighbour(compiled: Compiled, exercise: string, neighbour: string): boolean {
  return graphOf(compiled).mentions(exercise, neighbour);
}

function graphOf(compiled: Compiled): CallGraph {
  let graph = graphs.get(compiled);
  if (graph === undefined) graphs.set(compiled, (graph = new CallGraph(compiled.program)));
  return graph;
}

function placeOfNode(compiled: Compiled, node: AnyNode): SourcePlace | undefined {
  const { line, column } = getLineInfo(compiled.code, node.start);
  return placeOf(compiled, line, column + 1);
}

/** A name as the student wrote it: if files share a name, the compiler renames one. */
function originalName(compiled: Compiled, declaration: Identifier): string {
  const place = placeOfNode(compiled, declaration);
  const [original] = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(place?.text.slice(place.column - 1) ?? '') ?? [];
  return original ?? declaration.name;
}

/** Used for a place that is in no file, such as what `export *` brings in. */
function beginning({ sources, file }: Compiled): SourcePlace {
  return placed(sources, { file, line: 1, column: 1 }) ?? { file, line: 1, column: 1, text: '' };
}
