/**
 * Reads a number as people write it in a table: `8`, `7.5`, or `7,5` as in German. Undefined if it is anything else,
 * such as `0x8`, `1e1`, or `1,000`, which is 1 to some and 1000 to others.
 */
export function readDecimal(text: string): number | undefined {
  const isThousands = /^[1-9]\d*,\d{3}$/.test(text);
  return /^\d+(?:[.,]\d+)?$/.test(text) && !isThousands ? Number(text.replace(',', '.')) : undefined;
}
