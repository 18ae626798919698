/** A local time, as the UTC milliseconds at which a clock in UTC shows the same. */
export type WallTime = number;

const minute = 60_000;
/** Longer than any clock change, shorter than the time between two. */
const aWhile = 36 * 60 * minute;

/** Parses `2027-02-12T23:59` or `2027-02-12T23:59:30`; undefined if it is neither, or no valid date. */
export function readWallTime(text: string): WallTime | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (match === null) return undefined;
  const wall = Date.parse(`${text}Z`);
  // Date.parse reads February 30 as March 2, and 24:00 as the next day.
  const sameDay = !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(text);
  return sameDay ? wall : undefined;
}

/** Whether the zone is an IANA name that this Node knows, such as `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  // Newer versions of Node accept offsets, but those have no daylight saving time.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The local time of a zone at an instant. */
export function wallTimeAt(instant: Date, zone: string): WallTime {
  const milliseconds = instant.getTime();
  const parts = formatOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall + (((milliseconds % 1000) + 1000) % 1000);
}

/** An instant in a zone's local time, `2027-02-12 23:59`, with seconds unless they are 0. */
export function clockTime(instant: Date, zone: string): string {
  const shown = new Date(wallTimeAt(instant, zone)).toISOString().slice(0, 19).replace('T', ' ');
  return shown.endsWith(':00') ? shown.slice(0, -3) : shown;
}

/** The instants at which a zone's clocks show a time, in order: nearly always one; none or two at clock changes. */
export function instantsOf(wall: WallTime, zone: string): readonly Date[] {
  const candidates = [wall - aWhile, wall + aWhile].map((around) => wall - offsetAt(around, zone));
  const instants = [...new Set(candidates)].filter((candidate) => candidate + offsetAt(candidate, zone) === wall);
  return instants.toSorted((a, b) => a - b).map((instant) => new Date(instant));
}

/**
 * The last instant of a local time that occurs twice; for a skipped one, the instant as far after the change as it
 * claims to be.
 */
export function latestInstantOf(wall: WallTime, zone: string): Date {
  return instantsOf(wall, zone).at(-1) ?? new Date(wall - offsetAt(wall - aWhile, zone));
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  return wallTimeAt(new Date(instant), zone) - instant;
}

// Creating a formatter takes longer than using it a hundred times.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
