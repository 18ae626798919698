import { z } from 'zod';
import type { CheckBase, CheckResult, CommonFinding, Exercise, Language, Law, Outcomes, SkipReason } from '../../types';
import type { Lines } from '../../words/english';
import { nothingMore, type PlannedEvaluation } from '../checkKind';

/** The fields that a kind of check adds. */
export type OwnFields<Check extends CheckBase> = Omit<Check, keyof CheckBase>;

/** What is proven of an exercise besides a check. */
export interface Standing {
  readonly hasReferences: boolean;
  /** A reference check passes; or all laws hold, where there is nothing to compare with. */
  readonly isProven: boolean;
  /** Whether one field of the results is the reference's or one recorded mistake's. */
  readonly isAccountedFor: (field: string) => boolean;
}

/** A kind of check: all that the grader knows of it. */
export interface CheckKind<Check extends CheckBase, Finding extends FindingBase = never> {
  readonly kind: Check['kind'];
  /** Reads its own fields from `public.json`, where laws stand by their names. */
  schema(laws: readonly Law[]): z.ZodType<OwnFields<Check>>;
  /** Its own fields as they go into `public.json`. */
  write(check: Check): object;
  /**
   * What it needs beyond the plain evaluations of its cases, which are there by then: what decides it first, and what
   * explains only once that says no. What is known already may be named again.
   */
  plan(check: Check, exercise: Exercise, outcomes: Outcomes): readonly PlannedEvaluation[];
  judge(check: Check, exercise: Exercise, outcomes: Outcomes): CheckResult;
  /** Why it can't earn points yet, whatever it says itself. */
  waitsFor(check: Check, standing: Standing): SkipReason | undefined;
  readonly texts: Readonly<Record<Language, CheckTexts<Check, Finding>>>;
}

interface FindingBase {
  readonly id: string;
}

interface CheckTexts<Check, Finding extends FindingBase> {
  /** What it claims. */
  name(check: Check): string;
  /** A claim and its details for each of its own findings. */
  readonly findings: { readonly [Id in Finding['id']]: Sentence<Extract<Finding, { readonly id: Id }>>['of'] };
}

interface Sentence<Finding> {
  /** @param common - says those findings that all kinds share */
  of(finding: Finding, common: (finding: CommonFinding) => Lines): Lines;
}

/**
 * What most kinds have in common: no fields of their own, nothing to run but their cases, and no points for a wrong
 * answer.
 */
type Defaults = 'schema' | 'write' | 'plan' | 'waitsFor';

/** Once it is in the list of `index.ts`, every stage knows it. */
export function defineCheck<Check extends CheckBase, Finding extends FindingBase = never>(
  kind: Omit<CheckKind<Check, Finding>, Defaults> & Partial<Pick<CheckKind<Check, Finding>, Defaults>>,
): CheckKind<Check, Finding> {
  return {
    // Where it is left out, there are no own fields for it to read.
    schema: () => z.object({}) as unknown as z.ZodType<OwnFields<Check>>,
    write: ({ id: _id, points: _points, cases: _cases, kind: _kind, ...own }) => own,
    plan: nothingMore,
    waitsFor: (_check, { isProven, hasReferences }) =>
      isProven ? undefined : hasReferences ? 'reference-first' : 'laws-first',
    ...kind,
  };
}
