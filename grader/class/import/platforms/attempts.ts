import type { DeliveredFile } from '../types';

/** A file and the rest of its path, which distinguishes the attempts of a person. */
export interface AttemptFile {
  readonly file: Omit<DeliveredFile, 'order'>;
  readonly attempt: string;
}

/**
 * Orders a person's files by the times in their paths. If two attempts have the same file and no time tells which is
 * newer, they are submissions of their own, between which a person decides.
 */
export function orderAttempts(files: readonly AttemptFile[]): readonly (readonly DeliveredFile[])[] {
  const ordered = files.map(({ file, attempt }) => ({ attempt, file: { ...file, order: timeIn(attempt) } }));
  const rank = ({ path, order }: DeliveredFile): string => JSON.stringify([path.toLowerCase(), order]);
  const isClear = new Set(ordered.map(({ file }) => rank(file))).size === files.length;
  if (isClear) return [ordered.map(({ file }) => file)];
  const attempts = [...new Set(ordered.map(({ attempt }) => attempt))];
  return attempts.map((one) => ordered.filter(({ attempt }) => attempt === one).map(({ file }) => file));
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** As `2027-03-12-11-30-00` of Blackboard and `Mar 12, 2027 1130 PM` of Brightspace; 0 for none. Only their order counts. */
function timeIn(text: string): number {
  const iso = /(\d{4})-(\d\d)-(\d\d)[-T _](\d\d)[-:.](\d\d)(?:[-:.](\d\d))?/.exec(text);
  if (iso !== null)
    return Number(
      iso
        .slice(1)
        .map((part) => part ?? '00')
        .join(''),
    );
  const words = /([a-z]{3})[a-z]* (\d{1,2}), (\d{4}) (\d{1,2}):?(\d\d) ?([ap])m/i.exec(text);
  if (words === null) return 0;
  const [, month = '', day, year, hour, minute, half = ''] = words;
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return Date.UTC(Number(year), months.indexOf(month.toLowerCase()), Number(day), hours, Number(minute));
}
