import { z } from 'zod';
import type { CheckBase, CheckResult, CommonFinding, Exercise, Language, Law, Outcomes, SkipReason } from '../../types';
import type { Lines } from '../../words/english';
import { noFurtherEvaluations, type PlannedEvaluation } from '../checkKind';

/** The fields that a kind of check adds. */
export type OwnFields<Check extends CheckBase> = Omit<Check, keyof CheckBase>;

/** What other checks have proven about the exercise. */
export interface Standing {
  readonly hasReferences: boolean;
  /** A reference check passes; or, without references, all laws hold. */
  readonly isProven: boolean;
  /** Whether one field of the results equals the reference's or one recorded mistake's. */
  readonly isAccountedFor: (field: string) => boolean;
}

/** Everything the grader knows about one kind of check. */
export interface CheckKind<Check extends CheckBase, Finding extends FindingBase = never> {
  readonly kind: Check['kind'];
  /** Reads its own fields from `public.json`, where laws are stored by name. */
  schema(laws: readonly Law[]): z.ZodType<OwnFields<Check>>;
  /** Its own fields as written to `public.json`. */
  write(check: Check): object;
  /**
   * What it needs beyond the plain evaluations of its cases, whose outcomes are available: first what decides the
   * check, and only if that fails, what explains it. Can repeat evaluations that already have an outcome.
   */
  plan(check: Check, exercise: Exercise, outcomes: Outcomes): readonly PlannedEvaluation[];
  judge(check: Check, exercise: Exercise, outcomes: Outcomes): CheckResult;
  /** Why it can't earn points yet, regardless of its own result. */
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
  /** @param common - formats the findings that all kinds share */
  of(finding: Finding, common: (finding: CommonFinding) => Lines): Lines;
}

/** Defaults for most kinds: no fields of their own, no further evaluations, and no points for a wrong answer. */
type Defaults = 'schema' | 'write' | 'plan' | 'waitsFor';

/** A kind with fields of its own has to read them: what no schema names is lost on the way through a file. */
type SchemaOfOwn<Check extends CheckBase> = [keyof OwnFields<Check>] extends [never]
  ? unknown
  : Pick<CheckKind<Check>, 'schema'>;

/** Defines a kind of check. Adding it to the list in `list.ts` makes it known to every stage. */
export function defineCheck<Check extends CheckBase, Finding extends FindingBase = never>(
  kind: Omit<CheckKind<Check, Finding>, Defaults> &
    Partial<Pick<CheckKind<Check, Finding>, Defaults>> &
    SchemaOfOwn<Check>,
): CheckKind<Check, Finding> {
  return {
    // Without a schema there are no own fields to read.
    schema: () => z.object({}) as unknown as z.ZodType<OwnFields<Check>>,
    write: ({ id: _id, points: _points, cases: _cases, kind: _kind, ...own }) => own,
    plan: noFurtherEvaluations,
    waitsFor: (_check, { isProven, hasReferences }) =>
      isProven ? undefined : hasReferences ? 'reference-first' : 'laws-first',
    ...kind,
  };
}
