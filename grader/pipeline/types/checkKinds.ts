/** What happens to the points of a withdrawn check. */
export const withdrawals = ['given', 'left-out'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** The fields of every check; its kind adds others. */
export interface CheckBase<Kind extends string = string> {
  readonly id: string;
  readonly points: number;
  /** Ids of the cases that it runs on. */
  readonly cases: readonly string[];
  readonly kind: Kind;
  /** Withdrawn by the course: it is skipped, and its points go to everyone or don't count. */
  readonly withdrawn?: Withdrawal | undefined;
}

/**
 * Checks and their own findings, by kind. Each kind adds itself where it is defined, so that no stage has to list them:
 * `declare module '../../types/checkKinds' { interface CheckKinds { leak: KindOf<LeakCheck, LeakFinding> } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the kinds
export interface CheckKinds {}

/** An entry of `CheckKinds`. */
export interface KindOf<Check extends CheckBase, Finding = never> {
  readonly check: Check;
  readonly finding: Finding;
}

export type CheckOf<Kind extends keyof CheckKinds> = CheckKinds[Kind]['check'];

/** Any check. */
export type Check = CheckOf<keyof CheckKinds>;

/** A finding that only one kind of check has. */
export type OwnFinding = CheckKinds[keyof CheckKinds]['finding'];
