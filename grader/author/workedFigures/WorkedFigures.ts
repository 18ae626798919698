import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sourceFolder, type Checkout } from '../../pipeline/course';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { Calculator } from './Calculator';
import type { Equation } from './equations';
import { judge, type Judgement } from './judge';
import { docstringsOf, sectionsOf, type Docstring, type Section } from './passages';

/** A file with figures, and its text. */
interface File {
  readonly path: string;
  readonly text: string;
}

export interface Handout extends File {
  readonly sections: readonly Section[];
}

export interface JudgedEquation {
  readonly equation: Equation;
  readonly judgement: Judgement;
  /** Its file. */
  readonly path: string;
  /** Its section, in each language. */
  readonly section: number;
}

/** The worked figures of an assignment: those in handouts and docstrings, and the computed ones. */
export interface WorkedFigures {
  readonly handouts: readonly Handout[];
  readonly solution: File & { readonly docstrings: readonly Docstring[] };
  readonly equations: readonly JudgedEquation[];
}

/**
 * Reads the figures of an assignment, and computes the expected ones.
 *
 * @param costly - whether to compute slow ones, too; otherwise they count as right
 * @throws if the solution, or `figures.ts` beside it, can't be run
 */
export async function readWorkedFigures(
  checkout: Checkout,
  spec: AssignmentSpec,
  { costly }: { readonly costly: boolean },
): Promise<WorkedFigures> {
  const { id, file } = spec;
  const read = async (path: string, from: string): Promise<readonly File[]> =>
    existsSync(from) ? [{ path, text: await readFile(from, 'utf8') }] : [];
  // A reused handout has its figures in the engine, whatever the course changes.
  const author = dirname(dirname(sourceFolder(checkout, id)));
  const names = ['README.md', 'README.zh-CN.md'].map((name) => `assignments/${id}/${name}`);
  const texts = (await Promise.all(names.map((name) => read(name, join(author, name))))).flat();
  const handouts = texts.map((one) => ({ ...one, sections: sectionsOf(one.text) }));
  const path = `solutions/${id}/${file}`;
  const [solution = { path, text: '' }] = await read(path, join(sourceFolder(checkout, id), file));
  const found = handouts.flatMap(({ path, sections }) =>
    sections.flatMap(({ equations }, section) => equations.map((equation) => ({ equation, path, section }))),
  );
  // A handout without figures needs no calculator.
  const calculator = found.length === 0 ? undefined : await Calculator.open(checkout, spec);
  const equations: JudgedEquation[] = [];
  for (const one of found) {
    const isSpared = calculator === undefined || (one.equation.costly && !costly);
    equations.push({ ...one, judgement: isSpared ? { status: 'right' } : await judge(one.equation, calculator) });
  }
  return { handouts, solution: { ...solution, docstrings: docstringsOf(solution.text) }, equations };
}

/** Whether an equation calls a function, so it can be the example of its docstring. */
export function isAbout({ expression }: Equation, name: string): boolean {
  return new RegExp(`\\b${name}\\(`).test(expression);
}
