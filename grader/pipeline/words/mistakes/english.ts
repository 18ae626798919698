import type { Hints } from '../../types';
import { list } from '../english';

/** What is special about the failing cases: one of their arguments, or the results of a function argument. */
export interface Trait {
  readonly kind: 'zero' | 'notFinite' | 'equals' | 'single' | 'many';
  readonly names: readonly string[];
}

const due = (k: number): string =>
  k === 1 ? 'the expected value' : k === -1 ? 'minus the expected value' : `${k} times the expected value`;

/** Altered arguments for which a wrong result would be right. */
const changes = {
  zero: 'always 0',
  one: 'always 1',
  doubled: 'twice as large',
  halved: 'half as large',
  negated: 'negated',
  absolute: 'without its signs',
  squared: 'its own square',
  rooted: 'its own square root',
  oneMinus: '1 minus itself',
  oneMore: 'one more',
  oneLess: 'one less',
  nineAtMost: '9 wherever it is larger',
  sorted: 'sorted by size',
  sortedAsText: 'sorted as text',
  reversed: 'in reverse order',
  withoutZeros: 'without its zeros',
  swapped: 'swapped with each other',
  allWereTheFirst: 'the first entry everywhere',
  allWereTheMean: 'their mean everywhere',
  firstAlone: 'only the first entry',
  lastAlone: 'only the last entry',
  firstLeftOut: 'without the first entry',
  lastLeftOut: 'without the last entry',
  firstTen: 'only the first ten entries',
} as const;

export type Change = keyof typeof changes;

/** Texts for mistakes that no author described: what the numbers show, whatever the code looks like. */
export const english = {
  /** Rules from expected to returned values; each completes `your dW is …`. */
  rules: {
    times: (k: number | string): string => (typeof k === 'number' ? due(k) : `${k} times the expected value`),
    zero: '0, whatever the inputs',
    plus: (added: string): string => `the expected value ${added}`,
    timesArgument: (k: number, name: string): string => `${due(k)} times \`${name}\``,
    dividedByArgument: (k: number, name: string): string => `${due(k)} divided by \`${name}\``,
    absolute: 'the absolute value of the expected value',
    square: 'the square of the expected value',
    root: 'the square root of the expected value',
    reciprocal: '1 divided by the expected value',
    logarithm: 'the logarithm of the expected value',
    exponential: 'e to the power of the expected value',
    oneMinus: '1 minus the expected value',
    roundedDown: 'the expected value, rounded down',
    rounded: (digits: number): string => `the expected value, rounded to ${digits} decimals`,
  },
  related: (field: string, rule: string, hasOthers: boolean): Hints => {
    const what = field === '' ? 'result' : `\`${field}\``;
    return [
      `Compare your ${what} with the expected one, for several cases. Which rule leads from one to the other?`,
      'It is the same rule for every number of every case. Which step of the formula could cause exactly this difference?',
      `In every case your ${what} is ${rule}.${hasOthers ? ' Begin with this field.' : ''} Look for the step of the formula that is missing, done twice, or inverted.`,
    ];
  },
  onlyWhere: ({ kind, names }: Trait): Hints => {
    const what = list(names.map((name) => `\`${name}\``));
    const are = names.length > 1 ? 'are' : 'is';
    const said = {
      zero: [
        `${what} ${are} 0`,
        '0 is a value like any other, not the same as a missing one.',
        'JavaScript treats 0 as false, so `a || 1`, `!a` and `if (a)` replace or skip it; or something is divided by it.',
      ],
      notFinite: [
        `a number of ${what} is NaN or infinite`,
        'Every comparison with NaN is false, and every sum with it is NaN. Which branch is taken then, and what is passed on?',
        'Test for such numbers with `Number.isNaN` or `Number.isFinite` before you compare.',
      ],
      equals: [
        `two numbers of ${what} are equal`,
        'One of the equal ones is expected. Which of them does your comparison keep?',
        'Look at `<` and `<=`, at `indexOf` and `lastIndexOf`, and at the order in which you sort.',
      ],
      single: [
        `${what} ${are} 1`,
        'With only one, means, differences and the ends of loops are special.',
        'Look for axes that vanish, for a division by one less, and for loops that never run.',
      ],
      many: [
        `${what} ${are} more than ten, or has a number above 9`,
        'Nothing limits a count to ten.',
        'Look for a 9 or 10 used as a count, and for sorting as text, which puts 10 before 2.',
      ],
    } satisfies Record<Trait['kind'], Hints>;
    const [where, idea, causes] = said[kind];
    return [
      'Some cases are right. What do all those that fail have in common?',
      idea,
      `You are right in all cases except those where ${where}. ${causes}`,
    ];
  },
  /** For a result that is right for altered arguments; completes `if x were …`. */
  asIf: (field: string, places: readonly string[], change: Change): Hints => {
    const what = field === '' ? 'result' : `\`${field}\``;
    const where = list(places.map((place) => `\`${place}\``));
    return [
      `Follow ${where} through your code. Is all of it used, unchanged?`,
      'Your numbers are right for different arguments. Where does the formula use these?',
      `In every case your ${what} would be right if ${where} were ${changes[change]}.`,
    ];
  },
  together: (hint: string): string => `Two mistakes at once. The first: ${hint}`,
  /** A mistake without a name is carried like any other. */
  carried: (from: string): Hints => [
    `Look at ${from}, which this function calls: its own checks fail.`,
    `With your ${from} in its place, the right formula returns what yours does. Nothing else is wrong here.`,
    `Fix ${from}, then check this function again.`,
  ],
};

export type MistakeWords = typeof english;
