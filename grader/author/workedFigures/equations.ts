import { numbersIn, type PrintedNumber } from './numbers';

/** The equation behind figures of a text: `softmax([[3, 1, 0.2]]) = 0.8360, 0.1131, 0.0508`. */
export interface Equation {
  /** JavaScript, with arrays for tensors. */
  readonly expression: string;
  /** As written in the comment: numbers, lists of them, or a literal with strings. */
  readonly result: string;
  /** The numbers of the result, with their positions in the handout. */
  readonly numbers: readonly PrintedNumber[];
  readonly at: number;
  /** Takes seconds: only a full proof computes it. */
  readonly costly: boolean;
}

/** Content of a figures comment. */
export interface FiguresComment {
  readonly equations: readonly Equation[];
  /** Numbers that are not computed, such as `given 297, 1797: sizes of the data set`. */
  readonly given: readonly number[];
  /** Invalid lines, by position. */
  readonly unclear: readonly Line[];
}

const comment = /<!-- (costly )?figures\b:?([\s\S]*?)-->/g;

/** Removes figures comments, which are for staff, from a handout. */
export function withoutFigures(handout: string): string {
  return handout.replace(new RegExp(`\\n?^${comment.source}\\n`, 'gm'), '');
}

/** The figures comments in a part of a handout. @param offset - start of the part in the file */
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

/** Nonempty lines, each with its indented continuation lines. */
function linesOf(content: string, offset: number): readonly Line[] {
  return [...content.matchAll(/(?<=^|\n)[^\S\n]*\S.*(?:\n[^\S\n]+\S.*)*/g)].map(({ 0: text, index }) => ({
    line: text.trim(),
    at: offset + index + text.search(/\S/),
  }));
}

/** The visible hand-written text of a part of a handout, without comments and generated parts. */
export function shownIn(text: string): string {
  return text.replace(places, blank).replace(/<!--[\s\S]*?-->/g, blank);
}

const places = /<!-- (?:picture [\w-]+|off limits): written by `grader generate` -->[\s\S]*?<!-- end of [\w ]+ -->/g;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
