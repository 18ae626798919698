import { figuresIn, shownIn, type FiguresComment } from './equations';
import { numbersIn, type PrintedNumber } from './numbers';

/** A section of a handout, or the docstring of a function. */
export interface Passage {
  /** Heading of the section, or name of the function. */
  readonly name: string;
  readonly numbers: readonly PrintedNumber[];
}

export interface Section extends Passage, FiguresComment {}

export interface Docstring extends Passage {
  readonly hasExample: boolean;
}

/** The sections of a handout: the part before its first heading, and one for each heading. */
export function sectionsOf(handout: string): readonly Section[] {
  const shown = shownIn(handout);
  const starts = [0, ...headingsOf(shown), handout.length];
  return starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1];
    const [heading = ''] = handout.slice(start, end).split('\n', 1);
    return {
      name: heading.replace(/^#+ /, ''),
      numbers: numbersIn(shown.slice(start, end), start),
      ...figuresIn(handout.slice(start, end), start),
    };
  });
}

/** Positions of second- and third-level headings; comments in fenced blocks look like headings. */
function headingsOf(text: string): readonly number[] {
  const unfenced = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/#/g, ' '));
  return [...unfenced.matchAll(/^#{2,3} /gm)].map(({ index }) => index);
}

/** The docstrings of a solution's functions. */
export function docstringsOf(solution: string): readonly Docstring[] {
  const found = solution.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\s*export function (\w+)/g);
  return [...found].map(({ 1: comment = '', 2: name = '', index }) => ({
    name,
    numbers: numbersIn(comment, index),
    hasExample: /\bexample:|例[：:]/i.test(comment),
  }));
}
