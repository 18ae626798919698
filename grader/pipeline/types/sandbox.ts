import type { Outcome } from '../../execution';

export type { CallbackCall, Evaluation, Observation, Outcome, SourcePlace, ThrownError } from '../../execution';

/** How a submission's process can be kept to itself, strongest first. */
export const isolationLevels = ['bubblewrap', 'unshare', 'permissions-uid', 'permissions', 'process'] as const;

export type IsolationLevel = (typeof isolationLevels)[number];

/** What a submission's process said of one exercise: the outcome of each evaluation, by its id. */
export type Outcomes = ReadonlyMap<string, Outcome>;
