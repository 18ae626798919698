import { instantsOf, readWallTime } from '../../pipeline/course';

const months = [
  ['january', 'januar'],
  ['february', 'februar'],
  ['march', 'märz'],
  ['april'],
  ['may', 'mai'],
  ['june', 'juni'],
  ['july', 'juli'],
  ['august'],
  ['september'],
  ['october', 'oktober'],
  ['november'],
  ['december', 'dezember'],
];

/**
 * Reads a time of Moodle's worksheet, `Friday, 12 March 2027, 9:15 PM`, in the course's zone.
 *
 * @returns undefined if there is none, or if it is ambiguous
 */
export function platformTime(text: string, timeZone: string | undefined): Date | undefined {
  const [, day = '', month = '', year = '', hour = '', minute = '', half = ''] =
    /(\d{1,2})\.? (\p{L}+) (\d{4}),? (\d{1,2}):(\d\d)\s*(AM|PM)?/iu.exec(text) ?? [];
  const index = months.findIndex((names) => names.includes(month.toLowerCase()));
  if (timeZone === undefined || index === -1) return undefined;
  const hours = (Number(hour) % (half === '' ? 24 : 12)) + (/pm/i.test(half) ? 12 : 0);
  const two = (number: number | string): string => String(number).padStart(2, '0');
  const wall = readWallTime(`${year}-${two(index + 1)}-${two(day)}T${two(hours)}:${minute}`);
  return wall === undefined ? undefined : instantsOf(wall, timeZone).at(-1);
}
