/** What the stages know of kinds of checks: all of it is made from the list. */
import type { CheckKind as KindOf } from './defineCheck';
import { checkKinds } from './list';

export type { CheckOptions, CheckSpec } from './checkSpec';
export { checkKinds } from './list';
export type { GradientCheck } from './gradient';
export type { PropertyCheck } from './property';
export type { Comparison, ReferenceCheck } from './reference';
export { obeys, signSchema, writeSign } from './property';

type Kinds = (typeof checkKinds)[number];

/** Any check. */
export type Check = Kinds extends infer Kind ? (Kind extends KindOf<infer One, infer _Finding> ? One : never) : never;

/** What only a check of one kind finds. */
export type OwnFinding = Kinds extends infer Kind
  ? Kind extends KindOf<infer _Check, infer Finding>
    ? Finding
    : never
  : never;

/** All that the grader knows of a check's kind. */
export function kindOf<One extends Check>({ kind }: One): KindOf<One, OwnFinding> {
  const found: unknown = checkKinds.find((one) => one.kind === kind);
  // It is in the list, since the type of checks is made from it.
  return found as KindOf<One, OwnFinding>;
}
