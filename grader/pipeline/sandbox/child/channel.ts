import { readSync, writeSync } from 'node:fs';
import { FrameReader, type Frame } from '../frame';

const descriptor = 3;
/** Questions of an exercise come together, and most have some hundred bytes. */
const chunk = Buffer.alloc(2 ** 16);
const reader = new FrameReader();
/** Those that came with the one before. */
let frames: Iterator<Frame, void> = reader.push(chunk.subarray(0, 0));

/**
 * The next frame, waiting for it; undefined when the grader has closed the pipe.
 *
 * Reading blocks on purpose: between requests a submission has no turn in which to go on by itself.
 */
export function readFrame(): Frame | undefined {
  for (;;) {
    const { value } = frames.next();
    if (value !== undefined) return value;
    const count = readSync(descriptor, chunk);
    if (count === 0) return undefined;
    frames = reader.push(chunk.subarray(0, count));
  }
}

export function write(bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}
