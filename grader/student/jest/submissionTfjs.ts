import { Bans, guardTfjs } from '../../execution/guard';
import * as tf from '../../precision/tfjs';

/** What may not be called at the moment by the file that is tested. */
export const bans = new Bans();

/** The tfjs of that file; the grader's own code has the one beneath. */
export const submissionTfjs = guardTfjs(tf, bans);
