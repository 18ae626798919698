import type { MutationOperator } from '../mutation';
import { booleans, droppedTerms, numbers, operatorSwaps, unarySigns } from './arithmetic';
import { confusedTexts } from './confusedTexts';
import { conditions, droppedStatements, turnedArguments } from './control';
import { firstOrLast } from './firstOrLast';
import { differenceOfSquares, firstOfEquals, missedEnds, sortedParts, unsorted } from './lists';
import { confusedFields, confusedNames } from './names';
import { droppedParentheses, emptyBest, epsilonForBound, overlookedArguments, zeroForNothing } from './oversights';
import { axes, droppedCalls, droppedTidy, nameSwaps, transposes, turnedCalls } from './tensorCalls';

/** All mutation operators, by name. */
export const operators: Readonly<Record<string, MutationOperator>> = {
  operatorSwaps,
  droppedTerms,
  unarySigns,
  numbers,
  booleans,
  conditions,
  droppedStatements,
  turnedArguments,
  nameSwaps,
  droppedCalls,
  turnedCalls,
  axes,
  transposes,
  droppedTidy,
  confusedNames,
  confusedFields,
  confusedTexts,
  overlookedArguments,
  zeroForNothing,
  emptyBest,
  epsilonForBound,
  droppedParentheses,
  firstOrLast,
  firstOfEquals,
  missedEnds,
  unsorted,
  sortedParts,
  differenceOfSquares,
};
