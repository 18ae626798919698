import { Bans, guardTfjs } from '../../execution/guard';
import * as tf from '../../precision/tfjs';

/** The current bans of the tested file. */
export const bans = new Bans();

/** The guarded tfjs of that file; the grader's own code uses the original. */
export const submissionTfjs = guardTfjs(tf, bans);
