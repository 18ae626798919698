import { parseRecords, recordBytes } from './parseRecords';

/** A record in the format of CIFAR-10: label, then 1,024 bytes per colour, row by row. */
function record(label: number, pixel: (row: number, column: number, channel: number) => number): number[] {
  const planes = [0, 1, 2].flatMap((channel) =>
    Array.from({ length: 1024 }, (_, place) => pixel(Math.floor(place / 32), place % 32, channel)),
  );
  return [label, ...planes];
}

describe('parseRecords', () => {
  const first = record(9, (row, column, channel) => (row * 7 + column * 3 + channel * 50) % 256);
  const second = record(0, (row, column, channel) => 255 - channel - (row === 31 && column === 31 ? 100 : 0));
  const { pixels, labels } = parseRecords(Uint8Array.from([...first, ...second]));

  it('should have records of 3,073 bytes', () => {
    expect(first).toHaveLength(recordBytes);
    expect(recordBytes).toBe(3073);
  });

  it('should return the labels', () => {
    expect(Array.from(labels)).toEqual([9, 0]);
  });

  it('should put the channels of a pixel next to each other, row by row', () => {
    expect(pixels).toHaveLength(2 * 3072);
    for (const [row, column] of [
      [0, 0] as const,
      [0, 31] as const,
      [1, 0] as const,
      [17, 5] as const,
      [31, 31] as const,
    ]) {
      const start = (row * 32 + column) * 3;
      const red = row * 7 + column * 3;
      expect(Array.from(pixels.subarray(start, start + 3))).toEqual([red % 256, (red + 50) % 256, (red + 100) % 256]);
    }
    expect(Array.from(pixels.subarray(3072, 3075))).toEqual([255, 254, 253]);
    expect(Array.from(pixels.subarray(-3))).toEqual([155, 154, 153]);
  });

  it('should return nothing for an empty input', () => {
    expect(parseRecords(new Uint8Array(0)).labels).toHaveLength(0);
  });

  it('should reject a length that is not a multiple of 3,073', () => {
    expect(() => parseRecords(new Uint8Array(3072))).toThrow(
      '3072 bytes are not a whole number of records of 3073 bytes.',
    );
  });

  it('should reject a label above 9', () => {
    expect(() => parseRecords(Uint8Array.from(record(10, () => 0)))).toThrow(
      'Record 0 has label 10; labels are 0 to 9.',
    );
  });
});
