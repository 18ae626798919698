import { readSync, writeSync } from 'node:fs';
import { decodeFrame, decodePrefix, type Frame } from '../frame';

const descriptor = 3;

/**
 * The next frame, waiting for it; undefined when the grader has closed the pipe.
 *
 * Reading blocks on purpose: between requests a submission has no turn in which to go on by itself.
 */
export function readFrame(): Frame | undefined {
  const prefix = readExactly(8);
  if (prefix === undefined) return undefined;
  const { header, payload } = decodePrefix(prefix);
  const headerBytes = readExactly(header);
  const payloadBytes = readExactly(payload);
  return headerBytes && payloadBytes && decodeFrame(headerBytes, payloadBytes);
}

export function write(bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
}

function readExactly(length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length;) {
    const count = readSync(descriptor, bytes, read, length - read, null);
    if (count === 0) return undefined;
    read += count;
  }
  return bytes;
}
