import { createHash } from 'node:crypto';
import { hashOfChoice } from './answerOf';

describe('hashOfChoice', () => {
  // Pages use a different SHA-256 than Node, and other graders may use that.
  it('should be the SHA-256 of salt and choice for any letters', () => {
    for (const salt of ['', '4f1c', 'aβ中🙂'])
      expect(hashOfChoice(salt, 'b')).toBe(createHash('sha256').update(`${salt}\nb`).digest('hex'));
  });
});
