import type { LawContext, Violation } from '../../pipeline/checks/laws';

/** What was read from a result, or the violation that made it unreadable. */
export type Read<Subject> = { readonly read: Subject } | { readonly violation: Violation };

type Judge<Subject> = (subject: Subject, context: LawContext) => Violation | undefined;

/** Creates laws about what `read` returns; an unreadable result breaks them. */
export function lawOn<Subject>(read: (context: LawContext) => Read<Subject>) {
  return (judge: Judge<Subject>): ((context: LawContext) => Violation | undefined) =>
    (context) => {
      const found = read(context);
      return 'read' in found ? judge(found.read, context) : found.violation;
    };
}

/** Combines several readings; the first unreadable one breaks the law. */
export function readAll<Subject>(all: readonly Read<Subject>[]): Read<readonly Subject[]> {
  const unread = all.find((one) => 'violation' in one);
  return unread ?? { read: all.flatMap((one) => ('read' in one ? [one.read] : [])) };
}
