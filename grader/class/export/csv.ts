import { gradesTable } from '../batch/writeGrades';
import type { Format } from './format';

/** A batch's `grades.csv`, with the current overrides and roster. */
export const csv: Format = {
  name: 'csv',
  of: 'class',
  write: ({ results, grades, students, owners, pending }) => ({
    text: gradesTable(results, pending, { grades, students, owners }),
    notes: [],
  }),
};
