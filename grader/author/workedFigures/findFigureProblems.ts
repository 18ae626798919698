import { isFigure, numbersIn, type PrintedNumber } from './numbers';
import type { Passage } from './passages';
import { placesOf } from './placesOf';
import { isAbout, type Handout, type JudgedEquation, type WorkedFigures } from './WorkedFigures';
import { lineOf } from '../lineOf';

/** A problem with a worked figure, and what to do about it. */
export interface FigureProblem {
  /** The file. */
  readonly where: string;
  readonly what: string;
  readonly repair: string;
}

/** @param examples - functions whose docstrings should have a computed example */
export function findFigureProblems(figures: WorkedFigures, examples: readonly string[]): readonly FigureProblem[] {
  const [english, ...others] = figures.handouts;
  return [
    ...figures.equations.flatMap((one) => judged(one, figures)),
    ...figures.handouts.flatMap(unclear),
    ...others.filter((one) => one.sections.length !== english?.sections.length).map(otherSections),
    ...figures.handouts.flatMap((handout) => unsupported(handout, figures)),
    ...docstringProblems(figures, examples),
  ];
}

/**
 * An equation that can't be evaluated is always wrong.
 *
 * @throws in one sentence, with file and line
 */
export function refuseUncomputable(figures: WorkedFigures): void {
  const failed = figures.equations.filter(({ judgement }) => judgement.status === 'failed');
  const [first] = failed.flatMap((one) => judged(one, figures));
  if (first !== undefined) throw new Error(`${first.where}: ${first.what}; ${first.repair}`);
}

function judged({ equation, judgement, path }: JudgedEquation, { handouts }: WorkedFigures): readonly FigureProblem[] {
  const { expression, result, at, costly } = equation;
  if (judgement.status === 'right') return [];
  const line = lineOf(handouts.find((one) => one.path === path)?.text ?? '', at);
  const says = `line ${line} says that ${expression} is ${result}`;
  if (judgement.status === 'failed') {
    const what = `${says}, which can't be computed: ${judgement.why}`;
    return [{ where: path, what, repair: 'write it in terms of the functions, with arrays for tensors' }];
  }
  const repair = costly
    ? 'write that, in every language: `generate` leaves alone what takes long'
    : 'run `npx grader generate`, which writes that';
  return [{ where: path, what: `${says}, and it is ${judgement.numbers.join(', ')}`, repair }];
}

function unclear({ path, text, sections }: Handout): readonly FigureProblem[] {
  return sections.flatMap((section) =>
    section.unclear.map(({ at, line }) => ({
      where: path,
      what: `line ${lineOf(text, at)} of a comment of figures is neither an equation nor given: ${line}`,
      repair: 'write `expression = figures`, or `given figures: where they are from`',
    })),
  );
}

function otherSections({ path, sections }: Handout): FigureProblem {
  return {
    where: path,
    what: `it has ${sections.length - 1} headings, and not those of README.md`,
    repair: 'give both the same sections: the figures of one are those of the other',
  };
}

/** Missing figures of a section, and figures without an equation. */
function unsupported(
  { path, text, sections }: Handout,
  { handouts, equations }: WorkedFigures,
): readonly FigureProblem[] {
  return sections.flatMap((section, index) => {
    const own = equations.filter((one) => one.section === index).map(({ equation }) => equation);
    const absent = own.filter(({ numbers }) => placesOf(numbers, section.numbers) === undefined);
    const given = handouts.flatMap((one) => one.sections[index]?.given ?? []);
    // A figure missing in both languages is reported once, for the first.
    const elsewhere = path === handouts[0]?.path ? [] : (handouts[0]?.sections[index]?.numbers ?? []);
    const known = new Set([...given, ...own.flatMap(valuesOf), ...elsewhere.map(({ value }) => Math.abs(value))]);
    return [
      ...absent.map(({ expression, result }) => ({
        where: path,
        what: `${inSection(section)} does not say ${result}, in this order, which ${expression} gives`,
        repair: 'write it there, or take the equation out of the comment',
      })),
      ...uncomputed(section, known).map((found) => ({
        where: path,
        what: `${inSection(section)} has ${listed(found, text)}, which nothing computes`,
        repair:
          'say in a comment of the section where figures come from: `<!-- figures: expression = figures -->`, or `given figures: where they are from` on a line of it',
      })),
    ];
  });
}

function docstringProblems(
  { handouts, solution, equations }: WorkedFigures,
  examples: readonly string[],
): readonly FigureProblem[] {
  const known = new Set([
    ...equations.flatMap(({ equation }) => valuesOf(equation)),
    ...handouts.flatMap(({ sections }) => sections.flatMap(({ given }) => given)),
  ]);
  return solution.docstrings.flatMap((docstring) => {
    const { name, numbers, hasExample } = docstring;
    const own = equations.filter(({ equation }) => isAbout(equation, name));
    const isComputed = own.some(({ equation }) => placesOf(equation.numbers, numbers) !== undefined);
    const noExample = examples.includes(name) && hasExample && !isComputed;
    const found = noExample ? [] : uncomputed(docstring, known);
    return [
      ...(noExample
        ? [
            {
              where: solution.path,
              what: `the example in the docstring of ${name} is none that a handout's comment of figures computes`,
              repair: `work the same example there, with \`${name}(…) = figures\` in a comment of its section`,
            },
          ]
        : []),
      ...found.map((figures) => ({
        where: solution.path,
        what: `the docstring of ${name} has ${listed(figures, solution.text)}, which nothing computes`,
        repair: "take figures of the handout's, which its comments of figures compute",
      })),
    ];
  });
}

/** At most one problem, which lists the unsupported figures of a passage. */
function uncomputed({ numbers }: Passage, known: ReadonlySet<number>): readonly (readonly PrintedNumber[])[] {
  const found = numbers.filter((number) => isFigure(number) && !known.has(Math.abs(number.value)));
  return found.length === 0 ? [] : [found];
}

/** The numbers of an equation, in its result and its expression. */
function valuesOf({ numbers, expression }: JudgedEquation['equation']): readonly number[] {
  return [...numbers, ...numbersIn(expression)].map(({ value }) => Math.abs(value));
}

function inSection({ name }: Passage): string {
  return `the section "${name}"`;
}

function listed(numbers: readonly PrintedNumber[], text: string): string {
  return numbers.map((number) => `${number.text} (line ${lineOf(text, number.at)})`).join(', ');
}
