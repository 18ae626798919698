import type { Mutant } from '../../../author/mutants';

/** A kind of wrong answer that once got full marks. */
interface Kind {
  readonly name: string;
  readonly isMutant: (mutant: Mutant) => boolean;
  /** Matches IDs of known mistakes of this kind. */
  readonly mistakes: RegExp;
}

const by = (operator: string, text = /(?:)/): Kind['isMutant'] => {
  return (mutant) => mutant.operator === operator && text.test(mutant.edit.text);
};

/** Common oversights of students. */
export const kinds: readonly Kind[] = [
  {
    name: '0 for nothing',
    isMutant: (mutant) =>
      by('zeroForNothing')(mutant) || by('overlookedArguments', /\|\|=|\|\| (?:1|Math\.ceil)/)(mutant),
    mistakes: /taken-for-nothing|zero-seed|zero-delta/,
  },
  {
    name: 'text sort',
    isMutant: (mutant) => by('overlookedArguments', /\]\.sort\(\);/)(mutant) || by('unsorted', /\.sort\(\)$/)(mutant),
    mistakes: /as-text/,
  },
  { name: 'ten at most', isMutant: by('overlookedArguments', /minimum\(9\)|slice\(0, (?:10|Math)/), mistakes: /^ten-/ },
  { name: 'first or last', isMutant: by('firstOrLast'), mistakes: /(?:^|-)(?:first|last)(?:-|$)/ },
  { name: 'empty best', isMutant: by('emptyBest'), mistakes: /starts-at-zero|nothing-(?:above|below)/ },
  { name: "caller's list", isMutant: by('overlookedArguments', /^\w+\.sort\(/), mistakes: /in-place/ },
  {
    name: 'equal values',
    isMutant: (mutant) => by('operatorSwaps', /^[<>]=?$/)(mutant) || by('firstOfEquals')(mutant),
    mistakes: /equal|(?:^|-)tied?(?:-|$)/,
  },
  { name: 'the end missed', isMutant: by('missedEnds'), mistakes: /to-rounding/ },
  {
    name: 'no shuffle',
    isMutant: (mutant) => by('unsorted', /(?<!\.sort\(\))$/)(mutant) || by('sortedParts')(mutant),
    mistakes: /shuffle|order-in|-in-order|other-order|replacement|parts-sorted|neighbours-stay/,
  },
  { name: 'ε for a bound', isMutant: by('epsilonForBound'), mistakes: /epsilon-for|constant|floored|clip/ },
  { name: 'E[x²] − mean²', isMutant: by('differenceOfSquares'), mistakes: /large-squares/ },
];
