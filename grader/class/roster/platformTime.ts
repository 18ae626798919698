import { instantsOf, readWallTime } from '../../pipeline/course';

const months = [
  ['january', 'januar', 'jänner'],
  ['february', 'februar', 'feber'],
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

const form =
  /^(?:\p{L}+,?\s+)?(\d{1,2})\.?\s+(\p{L}+)\s+(\d{4}),?\s+(\d{1,2}):(\d\d)(?:\s*(?:([ap])\.?\s?m\.?|Uhr))?$/iu;

/** A time of a platform's list, or why it can't be read. */
export type PlatformTime =
  | { readonly status: 'time'; readonly instant: Date }
  | { readonly status: 'none' }
  | { readonly status: 'unclear'; readonly reason: string };

/** Reads a time of Moodle's worksheet, `Friday, 12 March 2027, 9:15 PM`, in the course's zone. */
export function platformTime(text: string, timeZone: string | undefined): PlatformTime {
  if (/^[-–—]?$/.test(text.trim())) return { status: 'none' };
  const unclear = (reason: string): PlatformTime => ({ status: 'unclear', reason: `"${text}" ${reason}` });
  const [, day = '', month = '', year = '', hour = '', minute = '', half = ''] =
    form.exec(text.trim().normalize('NFC')) ?? [];
  const index = months.findIndex((names) => names.includes(month.toLowerCase()));
  if (index === -1) return unclear('is not a time in English or German, such as Friday, 12 March 2027, 9:15 PM');
  const isHalf = half !== '' && Number(hour) >= 1 && Number(hour) <= 12;
  const hours = isHalf ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour;
  const two = (number: number | string): string => String(number).padStart(2, '0');
  const wall = readWallTime(`${year}-${two(index + 1)}-${two(day)}T${two(hours)}:${minute}`);
  if (wall === undefined || (half !== '' && !isHalf)) return unclear('is no date and time');
  if (timeZone === undefined) return unclear('has no offset, and the course no "timeZone"');
  const [instant, second] = instantsOf(wall, timeZone);
  if (instant === undefined) return unclear(`does not exist in ${timeZone}, where the clocks go forward past it`);
  if (second !== undefined) return unclear(`happens twice in ${timeZone}, where the clocks go back then`);
  return { status: 'time', instant };
}
