import type { Copies, FoundCopies, MarkedFile } from '../../findCopies';

const text = `import * as tf from '@tensorflow/tfjs';\n\nexport function softmax(s) {\n  const e = s.exp();\n  return e.div(e.sum(1, true)); // <b>mine</b>\n}\n`;
const file = (first: number, last: number): MarkedFile => ({
  file: 'losses.ts',
  text,
  marks: new Map(Array.from({ length: last - first + 1 }, (_, index) => [first + index, 1])),
});
const pair = (left: string, right: string, similarity: number): Copies => ({
  left,
  right,
  similarity,
  evidence: 12.4,
  leftFiles: [file(3, 6)],
  rightFiles: [file(4, 5)],
});

/** Three pairs in two clusters. */
export const madeCopies: FoundCopies = {
  compared: 40,
  unread: ['zoe'],
  commonFrom: 5,
  pairs: [pair('alice', 'bob <i>', 0.97), pair('chen', '雨婷', 0.55), pair('chen', 'dana', 0.35)],
};
