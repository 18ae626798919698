/** The laws of a course that adds none: what `curriculum/laws.ts` of another course stands in for. */
export const laws = [] as const;
