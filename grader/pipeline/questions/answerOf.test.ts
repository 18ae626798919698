import { createHash } from 'node:crypto';
import { hashOfChoice } from './answerOf';

describe('hashOfChoice', () => {
  // A page has another SHA-256 than Node, which whoever grades elsewhere may use.
  it('should be the SHA-256 of salt and choice, whatever letters they have', () => {
    for (const salt of ['', '4f1c', 'aβ中🙂'])
      expect(hashOfChoice(salt, 'b')).toBe(createHash('sha256').update(`${salt}\nb`).digest('hex'));
  });
});
