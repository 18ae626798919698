import type ts from 'typescript';
import type { TextEdit } from '../skeleton/textEdits';

export interface Mutation extends TextEdit {
  /**
   * Another edit, which throws where this one makes a difference. If that loses no points either, the mutant is
   * equivalent.
   */
  readonly probe?: TextEdit;
}

/** Small changes to one node of a solution: each one is a mutant. */
export type MutationOperator = (node: ts.Node) => readonly Mutation[];

/** Replaces a node by `text`. */
export function replace(node: ts.Node, text: string): TextEdit {
  return { start: node.getStart(), end: node.getEnd(), text };
}

/** A node's text, in parentheses unless it is a primary expression. */
export function grouped(node: ts.Node): string {
  const text = node.getText();
  return /^[\w.]+$/.test(text) || /^\([^()]*\)$/.test(text) ? text : `(${text})`;
}

/** Calls with `axis` and `keepDims` arguments. */
export const reductions: ReadonlySet<string> = new Set('sum mean max min prod argMax argMin all any norm'.split(' '));

const otherwiseAlongAnAxis: ReadonlySet<string> = new Set(
  'expandDims squeeze concat stack unstack reverse gather cumsum split'.split(' '),
);

export function takesAxis(call: string): boolean {
  return reductions.has(call) || otherwiseAlongAnAxis.has(call);
}
