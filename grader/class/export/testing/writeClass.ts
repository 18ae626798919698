import type { Exported, ExportInput, Format } from '../format';

/** Writes a format with one file for the whole class. */
export function writeClass(format: Format, input: ExportInput): Exported {
  if (format.of !== 'class') throw new Error('not of a class');
  return format.write(input);
}
