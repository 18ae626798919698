import { readHints } from './hintsFile';

const file = 'solutions/03-losses/hints.en.yaml';
const read = (text: string): unknown => readHints(text, file);

describe('readHints', () => {
  it('should read three hints for each mistake, with folded lines joined', () => {
    const text = `
softmax:
  overflow: &overflow
    locate: Try scores of 1,000.
    concept: >-
      A constant may be taken off
      a whole row.
    name: 'The exponentials overflow: subtract the largest score.'
softmaxLoss:
  overflow: *overflow
`;
    const hints = [
      'Try scores of 1,000.',
      'A constant may be taken off a whole row.',
      'The exponentials overflow: subtract the largest score.',
    ];
    const { softmax, softmaxLoss } = readHints(text, file);
    expect(softmax).toEqual({ overflow: hints });
    // The same object: that is how a shared hint differs from a copied one.
    expect(softmaxLoss?.overflow).toBe(softmax?.overflow);
  });

  it('should read an empty file as one without mistakes', () => {
    expect(read('# nothing yet\n')).toEqual({});
  });

  const advice =
    'give three texts: locate (where to look), concept (the idea), name (what is wrong, and how to fix it)';
  it.each([
    [
      'a hint that is missing',
      'softmax:\n  overflow:\n    locate: a\n    concept: b\n',
      `${file}:3: softmax, overflow, name: ${advice}`,
    ],
    [
      'a hint that is empty',
      'softmax:\n  overflow:\n    locate: a\n    concept: " "\n    name: c\n',
      `${file}:4: softmax, overflow, concept: ${advice}`,
    ],
    [
      'a hint that is a number',
      'softmax:\n  overflow:\n    locate: 3\n    concept: b\n    name: c\n',
      `${file}:3: softmax, overflow, locate: ${advice}`,
    ],
    [
      'a hint too many',
      'softmax:\n  overflow: { locate: a, concept: b, name: c, more: d }\n',
      `${file}:2: softmax, overflow: ${advice}`,
    ],
    ['a list for hints', 'softmax:\n  overflow: [a, b, c]\n', `${file}:2: softmax, overflow: ${advice}`],
    ['an exercise without mistakes', 'softmax: soon\n', `${file}:1: softmax: give the hints of each mistake by its id`],
    ['a mistake that is there twice', 'softmax:\n  a: {}\n  a: {}\n', `${file}:3: Map keys must be unique`],
    ['what is no YAML', 'softmax:\n  overflow: "open\n', `${file}:3: Missing closing "quote`],
    ['an anchor that is not there', 'softmax:\n  overflow: *nothing\n', `${file}: Unresolved alias`],
  ])('should name file, line, exercise and mistake for %s', (_what, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
