/** The data of a course that adds none; another course's `curriculum/data.ts` replaces this. */
export const data = [] as const;
