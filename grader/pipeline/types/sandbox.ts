import type { Outcome } from '../../execution';

export type { CallbackCall, Evaluation, Observation, Outcome, SourcePlace, ThrownError } from '../../execution';

/** The levels of isolating a submission's process, strongest first. */
export const isolationLevels = ['bubblewrap', 'unshare', 'permissions-uid', 'permissions', 'process'] as const;

export type IsolationLevel = (typeof isolationLevels)[number];

/** The outcomes of one exercise's evaluations, by id. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** The same, where each may be found out only when it is looked up. */
export type KnownOutcomes = Pick<Outcomes, 'get'>;
