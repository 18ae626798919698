import type { ExerciseSpec } from '../../../pipeline/course/spec';
import type { ClaimId } from '../claims';

/** An accidental way to make an exercise unfair, and the claim that catches it. */
export interface Sabotage {
  readonly what: string;
  readonly claim: ClaimId;
  readonly change?: Partial<ExerciseSpec>;
  /** Two exercises where there should be one. */
  readonly twice?: boolean;
  /** By mistake. */
  readonly hints?: Readonly<Record<string, readonly [string, string, string]>>;
  /** Of the checkout, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

const body = '  const squares = x.square().sum().mul(factor);\n  return { loss: squares, dx: x.mul(2 * factor) };';
const solution = (docstring: string): string =>
  `/** ${docstring} */\nexport function weigh(x: Tensor1D, factor: number): Weighed {\n  // BEGIN SOLUTION: the loss and its gradient\n${body}\n  // END SOLUTION\n}\n`;

/** Handouts that say the same, and what computes it. */
function inBothLanguages(says: string, comment = ''): Readonly<Record<string, string>> {
  return {
    'assignments/01-tiny/README.md': `${says}\n\n${comment}\n`,
    'assignments/01-tiny/README.zh-CN.md': says,
  };
}

export const sabotagedFiles: readonly Sabotage[] = [
  {
    what: 'the answer in the docstring',
    claim: 'leaks',
    files: { 'solutions/01-tiny/tiny.ts': solution(`Weighs.\n *\n * ${body.trim().replace('\n', '\n * ')}\n`) },
  },
  {
    what: 'the answer in the handout',
    claim: 'leaks',
    files: { 'assignments/01-tiny/README.md': `Write \`weigh\`, such as\n\n${body}\n` },
  },
  {
    what: 'a figure that nothing computes, in every language',
    claim: 'figures',
    files: inBothLanguages('`weigh` gives 24.5 for $[1.5, 2.5]$ and 3.'),
  },
  {
    what: 'a figure that is wrong, in every language',
    claim: 'figures',
    files: inBothLanguages(
      '`weigh` gives 24.5 for $[1.5, 2.5]$ and 3.',
      '<!-- figures: weigh([1.5, 2.5], 3).loss = 25.5 -->',
    ),
  },
  {
    what: 'a figure that is wrong in one language',
    claim: 'figures',
    files: {
      ...inBothLanguages(
        '`weigh` gives 25.5 for $[1.5, 2.5]$ and 3.',
        '<!-- figures: weigh([1.5, 2.5], 3).loss = 25.5 -->',
      ),
      'assignments/01-tiny/README.zh-CN.md': '`weigh` 给出 24.5。',
    },
  },
  {
    what: 'a wrong example in a docstring',
    claim: 'figures',
    files: {
      ...inBothLanguages('`weigh` gives 6 for $[1, 1]$ and 3.', '<!-- figures: weigh([1, 1], 3).loss = 6 -->'),
      'solutions/01-tiny/tiny.ts': solution('Weighs.\n *\n * Worked example: x = [1, 1] and factor = 3 give 5.\n'),
    },
  },
  {
    what: 'a wrong example in a docstring, in Chinese',
    claim: 'figures',
    files: {
      ...inBothLanguages('`weigh` gives 6 for $[1, 1]$ and 3.', '<!-- figures: weigh([1, 1], 3).loss = 6 -->'),
      'solutions/01-tiny/tiny.ts': solution('Weighs.\n *\n * 算例：x = [1, 1]，factor = 3，得 5。\n'),
    },
  },
  {
    what: 'a skeleton that is out of date',
    claim: 'generated',
    files: { 'assignments/01-tiny/tiny.ts': 'export function weigh() {}' },
  },
];

const specFile = `
import { defineAssignment, defineExercise, fixedCase, reference, tensor } from 'descent/author';
import { weigh } from './tiny';
export default defineAssignment({
  id: '01-tiny', title: 'Tiny', file: 'tiny.ts',
  exercises: [defineExercise({ name: 'weigh', arguments: ['x', 'factor'], reference: weigh, cases: [fixedCase('three', { x: tensor([3]), factor: 2 })],
    checks: [reference('loss', { points: 10 })], mistakes: [], alternatives: {}, witnesses: [], forbidden: [] })],
});
`;
export const fairFiles: Readonly<Record<string, string>> = {
  'assignments/course.json': JSON.stringify({ title: 'Course', publicSeed: 'seed', assignments: ['01-tiny'] }),
  'assignments/01-tiny/README.md': 'Write `weigh`.',
  'solutions/01-tiny/spec.ts': specFile,
  'solutions/01-tiny/tiny.ts': solution('Weighs.'),
};
