/** The laws of a course that adds none; another course's `curriculum/laws.ts` replaces this. */
export const laws = [] as const;
