import { readTable } from '../../files';
import { readInstant } from './readInstant';
import { keyOf, type Student, type Times } from './student';

/**
 * Adds the times of single assignments in `times.csv`, `id,assignment,submittedAt,extendedUntil`, to the students.
 *
 * @throws in one sentence if a row has an unknown id or assignment, or is a duplicate
 */
export async function readTimes(
  file: string,
  students: readonly Student[],
  assignments: readonly string[],
): Promise<readonly Student[]> {
  const rows = await readTable(file, { required: ['id', 'assignment'], optional: ['submittedAt', 'extendedUntil'] });
  const found = new Map<string, Map<string, Times>>();
  for (const { line, fields } of rows) {
    const place = `${file}, row ${line}`;
    const { id, assignment } = fields;
    const student = students.find((one) => keyOf(one.id) === keyOf(id));
    if (student === undefined) throw new Error(`${place}: no one in the roster has the id ${id}`);
    if (!assignments.includes(assignment))
      throw new Error(`${place}: there is no assignment ${assignment}; known: ${assignments.join(', ')}`);
    const own = found.get(student.id) ?? new Map<string, Times>();
    if (own.has(assignment)) throw new Error(`${place}: a second row for ${assignment} of ${id}; keep one`);
    const before = student.times?.get(assignment);
    found.set(
      student.id,
      own.set(assignment, {
        ...before,
        submittedAt: readInstant(fields.submittedAt, `${place}: submittedAt`) ?? before?.submittedAt,
        extendedUntil: readInstant(fields.extendedUntil, `${place}: extendedUntil`) ?? before?.extendedUntil,
      }),
    );
  }
  return students.map((student) => {
    const own = found.get(student.id);
    return own === undefined ? student : { ...student, times: new Map([...(student.times ?? []), ...own]) };
  });
}
