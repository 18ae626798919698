import { list, plural } from '../../../words/english';

/** Texts of `grader hand-in`. */
export const handIn = {
  files: 'files',
  begun: 'started',
  todo: 'to do',
  notExported: 'not exported',
  earnsNothing: 'earns nothing',
  remark: 'remark',
  missing: 'missing',
  bytes: (count: number): string => plural(count, 'byte'),
  doesNotLoad: 'None of it could be graded as it is:',
  receiptOf: (assignment: string, time: string, version: string): string =>
    `Receipt for ${assignment}, packed ${time} with version ${version} of the checks. It shows what was packed, not that it was handed in.`,
  nothingToDo: 'Nothing is left to do.',
  next: (zips: readonly string[], folder: string): string =>
    `Now hand in ${list(zips)}. Keep the ${zips.length === 1 ? 'receipt' : 'receipts'} in ${folder}: the same files always give the same checksum.`,
  nothingBegun: 'no assignment has been started, so there is nothing to hand in; to pack one anyway, name it, such as',
  nothingWritten: (assignment: string): string => `${assignment} can't be handed in as it is, and nothing was written`,
};
