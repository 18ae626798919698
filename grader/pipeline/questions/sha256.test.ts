import { createHash } from 'node:crypto';
import { sha256 } from './sha256';

describe('sha256', () => {
  // The example of FIPS 180-4, and lengths around those at which another block begins.
  it('should be the one that is published', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128, 1000])(
    'should be that of Node, %d bytes',
    (length) => {
      const text = 'aβ中🙂'.repeat(200).slice(0, length);
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    },
  );
});
