/** The callbacks of a course that adds none; another course's `curriculum/callbacks.ts` replaces this. */
export const callbacks = [] as const;
