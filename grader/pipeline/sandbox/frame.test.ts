import fc from 'fast-check';
import { decodePrefix, encodeFrame, FrameReader, longestHeader, longestPayload, type Frame } from './frame';

/** Feeds bytes to a reader in chunks of these sizes, the rest at the end. */
function readInPieces(bytes: Buffer, sizes: readonly number[]): readonly Frame[] {
  const reader = new FrameReader();
  const frames: Frame[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    frames.push(...reader.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return frames;
}

const frames = fc.array(fc.record({ header: fc.jsonValue(), numbers: fc.array(fc.double()) }), { maxLength: 4 });
const sizes = fc.array(fc.nat({ max: 40 }), { maxLength: 60 });

describe('FrameReader', () => {
  it('should decode what was encoded however the bytes are split', () => {
    fc.assert(
      fc.property(frames, sizes, (sent, pieces) => {
        const bytes = Buffer.concat(
          sent.map(({ header, numbers }) => encodeFrame(header, [Float64Array.from(numbers)])),
        );
        const received = readInPieces(bytes, pieces);
        expect(received.map(({ header }) => JSON.stringify(header))).toEqual(
          sent.map(({ header }) => JSON.stringify(header)),
        );
        expect(received.map(({ payload }) => Array.from(payload))).toEqual(sent.map(({ numbers }) => numbers));
      }),
    );
  });

  it('should at worst throw on hostile bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (bytes, pieces) => {
        try {
          for (const { payload } of readInPieces(Buffer.from(bytes), pieces)) expect(payload).toHaveProperty('length');
        } catch (error) {
          expect((error as Error).message).not.toBe('');
        }
      }),
    );
  });

  it('should refuse a length beyond the limits as soon as it is announced', () => {
    const announce = (header: number, payload: number): Buffer => {
      const prefix = Buffer.alloc(8);
      prefix.writeUInt32LE(header, 0);
      prefix.writeUInt32LE(payload, 4);
      return prefix;
    };
    expect(() => [...new FrameReader().push(announce(longestHeader + 1, 0))]).toThrow('longer than any right one');
    expect(() => [...new FrameReader().push(announce(2, longestPayload + 8))]).toThrow('longer than any right one');
    expect(() => [...new FrameReader().push(announce(2, 12))]).toThrow('no row of numbers');
    expect(decodePrefix(announce(longestHeader, longestPayload))).toEqual({
      header: longestHeader,
      payload: longestPayload,
    });
  });
});

describe('encodeFrame', () => {
  it('should refuse to encode what the other side would not accept', () => {
    expect(() => encodeFrame('x'.repeat(longestHeader), [])).toThrow('longer than');
    expect(() => encodeFrame({}, [new Float64Array(longestPayload / 8 + 1)])).toThrow('are more than');
  });
});
