/** Texts of `grader hint` in addition to, or instead of, a hint. */
export const advice = {
  passed: 'passes every public check: there is nothing to hint at',
  todo: 'is still to do',
  begin: (file: string): string => `Begin at its TODO in ${file}; the worked example above it is a first test.`,
  answer: (name: string, file: string): string => `Write your answer after ${name} in ${file}, next to the question.`,
  handout: (folder: string): string => `The idea is explained in ${folder}/README.md.`,
  needsNeighbour: (neighbour: string): string => `needs ${neighbour}, still to do: write that first`,
  next: (neighbour: string): string => `Next: npm run hint -- ${neighbour}`,
  noGuess: [
    'None of the known mistakes gives these results, so there is no hint: it would be a guess.',
    'Work the smallest case out by hand, and compare step by step.',
  ] as readonly string[],
};
