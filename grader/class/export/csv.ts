import { gradesTable } from '../batch/writeGrades';
import type { Format } from './format';

/** What a batch's `grades.csv` is, made again: with overrides and a roster as they are now. */
export const csv: Format = {
  name: 'csv',
  of: 'class',
  write: ({ results, grades, students, owners, pending }) => ({
    text: gradesTable(results, pending, { grades, students, owners }),
    notes: [],
  }),
};
