/**
 * Reads a time with its offset: without one, the same digits are different instants in different places.
 *
 * @param place - `roster.csv, row 3: submittedAt`, for the message
 * @throws in one sentence if the text is no such time
 */
export function readInstant(text: string, place: string): Date | undefined {
  if (text === '') return undefined;
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  throw new Error(
    `${place} "${text}" is not a valid time; write date, time and offset, such as 2027-02-12T22:59:00Z or 2027-02-12T23:59:00+01:00`,
  );
}

/** Parses a time with its offset; undefined if it has none, or doesn't exist. */
export function parseInstant(text: string): Date | undefined {
  const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d\d:?\d\d)$/i.exec(text);
  const [, day = '', time = '', zone = ''] = form ?? [];
  const offset = /^(Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const instant = new Date(`${day}T${time}${offset}`);
  // Date turns 30 February into 2 March.
  const isReal =
    form !== null && !Number.isNaN(instant.getTime()) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  return isReal ? instant : undefined;
}
