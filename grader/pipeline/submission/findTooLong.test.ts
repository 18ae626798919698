import { en } from '../report';
import { findTooLong } from './findTooLong';

describe('findTooLong', () => {
  // 'é' takes two bytes of UTF-8.
  const code = 'é'.repeat(10);

  it('should pass code with exactly the allowed bytes, or without a limit', () => {
    expect(findTooLong({ code }, 20)).toBeUndefined();
    expect(findTooLong({ code }, undefined)).toBeUndefined();
  });

  it('should report the length and the limit', () => {
    expect(findTooLong({ code }, 19)).toEqual({ status: 'too-long', bytes: 20, maxBytes: 19 });
    expect(en.problem({ status: 'too-long', bytes: 200_001, maxBytes: 200_000 })).toEqual([
      'is too long',
      'compiled, the file and what it imports take 201 kB; the limit is 200 kB',
      'submit the code that learns, not what it has learnt',
    ]);
  });
});
