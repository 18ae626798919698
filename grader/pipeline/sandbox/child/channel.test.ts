import { encodeFrame } from '../frame';
import type * as channel from './channel';

const readSync = jest.fn<number, [number, Buffer]>();
jest.mock('node:fs', () => ({ readSync }));
const { readFrame } = jest.requireActual<typeof channel>('./channel');

/** Delivers these bytes, chunk by chunk, and then the end of the pipe. */
function send(...pieces: readonly Buffer[]): void {
  for (const piece of pieces) readSync.mockImplementationOnce((_descriptor, into) => piece.copy(into));
  readSync.mockReturnValueOnce(0);
}

describe('readFrame', () => {
  it('should read frames that arrived together and wait for the rest of an incomplete one', () => {
    const [first, second, third] = [1, 2, 3].map((id) => encodeFrame({ id }, [Float64Array.of(id, 0.5)]));
    const bytes = Buffer.concat([first, second, third].map((frame) => frame ?? Buffer.alloc(0)));
    send(bytes.subarray(0, bytes.length - 5), bytes.subarray(bytes.length - 5));

    const read = (): unknown => ({ ...readFrame(), reads: readSync.mock.calls.length });
    expect(read()).toEqual({ header: { id: 1 }, payload: Float64Array.of(1, 0.5), reads: 1 });
    expect(read()).toEqual({ header: { id: 2 }, payload: Float64Array.of(2, 0.5), reads: 1 });
    expect(read()).toEqual({ header: { id: 3 }, payload: Float64Array.of(3, 0.5), reads: 2 });
    expect(readFrame()).toBeUndefined();
  });
});
