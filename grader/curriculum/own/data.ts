/** The data of a course that adds none: what `curriculum/data.ts` of another course stands in for. */
export const data = [] as const;
