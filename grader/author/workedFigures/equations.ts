import { numbersIn, type PrintedNumber } from './numbers';

/** What figures of a text are computed from: `softmax([[3, 1, 0.2]]) = 0.8360, 0.1131, 0.0508`. */
export interface Equation {
  /** JavaScript, in which arrays stand for tensors. */
  readonly expression: string;
  /** As it stands in the comment: numbers, lists of them, or a literal with strings. */
  readonly result: string;
  /** The numbers of the result, by their places in the handout. */
  readonly numbers: readonly PrintedNumber[];
  readonly at: number;
  /** Takes seconds: only a whole proof computes it again. */
  readonly costly: boolean;
}

/** What a comment of figures says. */
export interface FiguresComment {
  readonly equations: readonly Equation[];
  /** Numbers that nothing computes, as `given 297, 1797: sizes of the data set` names them. */
  readonly given: readonly number[];
  /** Lines that are neither, by their places. */
  readonly unclear: readonly Line[];
}

const comment = /<!-- (costly )?figures\b:?([\s\S]*?)-->/g;

/** A handout without the comments of its figures, which are calculations for staff. */
export function withoutFigures(handout: string): string {
  return handout.replace(new RegExp(`\\n?^${comment.source}\\n`, 'gm'), '');
}

/** The comments of figures in a part of a handout. @param offset - where the part begins in the file */
export function figuresIn(text: string, offset: number): FiguresComment {
  const lines = [...text.matchAll(comment)].flatMap(({ 0: all, 1: costly, 2: content = '', index }) =>
    linesOf(content, offset + index + all.indexOf(content)).map((line) => readLine(line, costly !== undefined)),
  );
  return {
    equations: lines.flatMap((line) => ('expression' in line ? [line] : [])),
    given: lines.flatMap((line) => ('given' in line ? line.given : [])),
    unclear: lines.flatMap((line) => ('line' in line ? [line] : [])),
  };
}

interface Line {
  readonly line: string;
  readonly at: number;
}

function readLine(one: Line, costly: boolean): Equation | Line | { readonly given: readonly number[] } {
  const { line, at } = one;
  const [, given] = /^given ([^:]+): ./.exec(line) ?? [];
  if (given !== undefined) return { given: numbersIn(given).map(({ value }) => Math.abs(value)) };
  const sign = line.lastIndexOf(' = ');
  if (sign < 0) return one;
  const result = line.slice(sign + 3);
  return { expression: line.slice(0, sign).trim(), result, numbers: numbersIn(result, at + sign + 3), at, costly };
}

/** Lines that hold something, each with the indented ones after it. */
function linesOf(content: string, offset: number): readonly Line[] {
  return [...content.matchAll(/(?<=^|\n)[^\S\n]*\S.*(?:\n[^\S\n]+\S.*)*/g)].map(({ 0: text, index }) => ({
    line: text.trim(),
    at: offset + index + text.search(/\S/),
  }));
}

/** A part of a handout without what is not shown: comments, and the places that `generate` writes. */
export function shownIn(text: string): string {
  return text.replace(places, blank).replace(/<!--[\s\S]*?-->/g, blank);
}

const places = /<!-- (?:picture [\w-]+|off limits): written by `grader generate` -->[\s\S]*?<!-- end of [\w ]+ -->/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
