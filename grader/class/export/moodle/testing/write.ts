import type { Exported, ExportInput, Format } from '../../format';

export function write(format: Format, input: ExportInput): Exported {
  if (format.of !== 'class') throw new Error('not of a class');
  return format.write(input);
}
