import ts from 'typescript';
import { lineOf } from '../lineOf';
import type { TextEdit } from '../skeleton/textEdits';
import { operators } from './operators';
import { readOwnership } from './ownership';

/** A solution with one small change. */
export interface Mutant {
  /** The exercise or helper that was changed. */
  readonly owner: string;
  /** Exercises that use the changed code: the owner, or those that call the helper. */
  readonly users: readonly string[];
  readonly operator: string;
  /** Line number, starting at 1. */
  readonly line: number;
  /**
   * The changed lines, before and after, without comments and with single spaces: these identify a mutant across
   * versions.
   */
  readonly before: string;
  readonly after: string;
  readonly edit: TextEdit;
  /** @see Mutation */
  readonly probe?: TextEdit | undefined;
}

/**
 * All mutants of a solution, in the order of the file.
 *
 * @param exercises - names of its exercises
 */
export function makeMutants(text: string, fileName: string, exercises: readonly string[]): readonly Mutant[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
  const { parts, users } = readOwnership(source, fileName, exercises);
  return parts.flatMap(({ owner, node, start, end }) => {
    const edits = new Map<string, Change>();
    const visit = (one: ts.Node): void => {
      if (ts.isTypeNode(one) || one.getEnd() <= start || one.getStart() >= end) return;
      if (one.getStart() >= start && one.getEnd() <= end) {
        for (const [operator, mutate] of Object.entries(operators)) {
          for (const { probe, ...edit } of mutate(one)) {
            const key = `${edit.start}-${edit.end}-${edit.text}`;
            if (!edits.has(key) && text.slice(edit.start, edit.end) !== edit.text)
              edits.set(key, { operator, edit, probe });
          }
        }
      }
      ts.forEachChild(one, visit);
    };
    visit(node);
    return [...edits.values()].map((one) => describe(one, source, owner, using(owner, exercises, users)));
  });
}

/** The text of the changed solution. */
export function mutatedText(text: string, { edit }: Pick<Mutant, 'edit'>): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

function using(
  owner: string,
  exercises: readonly string[],
  users: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const all = users.get(owner) ?? [];
  // Its own exercise comes first.
  return exercises.includes(owner) ? [owner, ...all.filter((name) => name !== owner)] : all;
}

type Change = Pick<Mutant, 'operator' | 'edit' | 'probe'>;

function describe(
  { operator, edit, probe }: Change,
  source: ts.SourceFile,
  owner: string,
  users: readonly string[],
): Mutant {
  const { text } = source;
  const from = text.lastIndexOf('\n', edit.start - 1) + 1;
  const newline = text.indexOf('\n', edit.end);
  const to = newline === -1 ? text.length : newline;
  const before = normalized(text.slice(from, to));
  const after = normalized(text.slice(from, edit.start) + edit.text + text.slice(edit.end, to));
  return { owner, users, operator, line: lineOf(text, edit.start), before, after, edit, probe };
}

function normalized(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\s*\/\/ .*$/, ''));
  // For a long block, its edges are enough.
  const shown = lines.length > maxLines ? [...lines.slice(0, 1), '…', ...lines.slice(-1)] : lines;
  return shown.join(' ').replace(/\s+/g, ' ').trim();
}

const maxLines = 3;
