/**
 * Names what is wrong with a function: a known mistake, two at once, one carried from a neighbour, or a rule about its
 * numbers.
 */
export { alteredArguments } from './asIf';
export { nameMistake } from './nameMistake';
export {
  equalsThroughout,
  fieldIsAccountedFor,
  hasOwnField,
  matches,
  mistakesWithField,
  recogniseMistake,
  diagnosticCases,
} from './recogniseMistake';
export { signatureOf } from './signatureOf';
export { withBrokenNeighbours } from './withBrokenNeighbours';
export { withCarriedMistakes } from './withCarriedMistakes';
