/** What a wrong function is called: a known mistake, two at once, one carried from a neighbour, or a rule of its numbers. */
export { alteredArguments } from './asIf';
export { nameMistake } from './nameMistake';
export {
  equalsThroughout,
  fieldIsAccountedFor,
  hasOwnField,
  matches,
  mistakesWithField,
  recogniseMistake,
  tellingCases,
} from './recogniseMistake';
export { signatureOf } from './signatureOf';
export { withBrokenNeighbours } from './withBrokenNeighbours';
export { withCarriedMistakes } from './withCarriedMistakes';
