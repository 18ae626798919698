import { withinSeconds } from '../../execution/withinSeconds';
import type { Realm } from '../checking';
import { locateInStack } from './locateInStack';
import { bans } from './submissionTfjs';

/** Where the tested file runs: in this process. */
export const realm: Realm = { bans, within: withinSeconds, locate: locateInStack };
