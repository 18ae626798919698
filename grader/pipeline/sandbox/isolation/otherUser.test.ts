import { unprivilegedUid } from './otherUser';

describe('unprivilegedUid', () => {
  // Inside, outside, count: the full range, and what a rootless container usually gets.
  const all = '         0          0 4294967295\n';
  const few = '         0       1000          1\n         1     100000      65536\n';

  it('should be different for every possible process id', () => {
    const last = 4_194_304 - 1;
    expect(unprivilegedUid(1, all)).toBe(1_879_048_193);
    expect(unprivilegedUid(last, all)).toBe(1_883_242_495);
    expect(unprivilegedUid(30_001, all)).not.toBe(unprivilegedUid(1, all));
  });

  it('should exist in a container with few uids', () => {
    for (const map of [few, '']) {
      expect(unprivilegedUid(1, map)).toBe(30_001);
      expect(unprivilegedUid(59_999, map)).toBe(59_999);
    }
  });
});
