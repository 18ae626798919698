/** A class that no one attends, to try the grader on: the same for the same seed. */
export { planClass, type ClassPlan, type Manner, type Member } from './planClass';
export { writeClass, type MadeClassOptions } from './writeClass';
export { allWrongTurns, type WrongTurn } from './wrongTurns';
export { exercisesIn, writeWork, type Attempt } from './writeWork';
