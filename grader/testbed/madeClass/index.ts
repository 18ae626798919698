/** A class that no one attends, to try the grader on: the same for the same seed. */
export { planClass, type Manner } from './planClass';
export { writeClass } from './writeClass';
export { allWrongTurns } from './wrongTurns';
export { writeWork } from './writeWork';
