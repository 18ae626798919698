import { isFigure, type PrintedNumber } from './numbers';
import type { Passage } from './passages';
import { placesOf } from './placesOf';
import { isAbout, type WorkedFigures } from './WorkedFigures';

/** Corrected texts of an assignment with wrong figures, by path. */
export function fillFigures({ handouts, solution, equations }: WorkedFigures): ReadonlyMap<string, string> {
  const files = new Map([...handouts, solution].map(({ path, text }) => [path, new Edits(text)]));
  for (const { equation, judgement, path, section } of equations) {
    if (judgement.status !== 'wrong') continue;
    files.get(path)?.replace(equation.numbers, judgement.numbers);
    // If two equations give the same figure, it belongs to the other one if this one's numbers don't match.
    const others = equations.filter((one) => one.section === section && one.equation !== equation);
    const shared = new Set(others.flatMap((one) => one.equation.numbers.map(({ value }) => value)));
    for (const handout of handouts)
      files.get(handout.path)?.fill(equation.numbers, judgement.numbers, handout.sections[section], shared);
    for (const docstring of solution.docstrings.filter(({ name }) => isAbout(equation, name)))
      files.get(solution.path)?.fill(equation.numbers, judgement.numbers, docstring, shared);
  }
  return new Map([...files].filter(([, { isEmpty }]) => !isEmpty).map(([path, edits]) => [path, edits.applied()]));
}

/** Changes to one text, each number at most once. */
class Edits {
  readonly #changes = new Map<PrintedNumber, string>();

  constructor(private readonly text: string) {}

  get isEmpty(): boolean {
    return this.#changes.size === 0;
  }

  replace(numbers: readonly PrintedNumber[], by: readonly string[]): void {
    for (const [index, number] of numbers.entries()) {
      const text = by[index];
      if (text !== undefined && text !== number.text) this.#changes.set(number, text);
    }
  }

  /** Positions of the numbers in a passage, and of repetitions of unshared ones. */
  fill(
    numbers: readonly PrintedNumber[],
    by: readonly string[],
    passage: Passage | undefined,
    shared: ReadonlySet<number>,
  ): void {
    if (passage === undefined) return;
    const taken = new Set(this.#changes.keys());
    this.replace(placesOf(numbers, passage.numbers, taken) ?? [], by);
    for (const [index, number] of numbers.entries()) {
      const again =
        isFigure(number) && !shared.has(number.value)
          ? passage.numbers.filter(({ value }) => value === number.value)
          : [];
      for (const one of again) this.replace([one], by.slice(index, index + 1));
    }
  }

  applied(): string {
    const inOrder = [...this.#changes].toSorted(([a], [b]) => b.at - a.at);
    return inOrder.reduce(
      (text, [{ at, text: old }, by]) => text.slice(0, at) + by + text.slice(at + old.length),
      this.text,
    );
  }
}
