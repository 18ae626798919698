import { matchRoster } from '.';
import { student } from './testing/samples';

describe('matchRoster', () => {
  it('should match by id before email before name before group, whatever the case and the spaces', () => {
    const students = [
      student('a1'),
      student('b2', { email: 'Bob@x.org' }),
      student('c3', { name: 'Eve  Weiß' }),
      student('d4', { group: 'Team 1' }),
    ];
    const { submissionOf, absent, unmatched } = matchRoster(students, [
      'A1',
      'bob@x.org',
      'eve_weiß',
      'team-1',
      'unknown',
    ]);
    expect(Object.fromEntries(submissionOf)).toEqual({ a1: 'A1', b2: 'bob@x.org', c3: 'eve_weiß', d4: 'team-1' });
    expect(absent).toEqual([]);
    expect(unmatched).toEqual([
      { submission: 'unknown', reason: 'no id, email, name or group of the roster is called that' },
    ]);
  });

  it('should give no one what fits two', () => {
    const twins = [student('a1', { name: 'Kim Lee' }), student('a2', { name: 'kim lee' })];
    const { submissionOf, absent, unmatched } = matchRoster(twins, ['Kim Lee']);
    expect(submissionOf.size).toBe(0);
    expect(absent).toHaveLength(2);
    expect(unmatched).toEqual([
      { submission: 'Kim Lee', reason: "two students are called Kim Lee; rename it to one's id" },
    ]);
  });

  it('should not choose between two submissions of one student', () => {
    const { submissionOf, unmatched } = matchRoster([student('a1', { email: 'a@x.org' })], ['a1', 'a@x.org']);
    expect(submissionOf.size).toBe(0);
    expect(unmatched.map(({ reason }) => reason)).toEqual(Array(2).fill('a1 and a@x.org are both of a1; keep one'));
  });

  it('should share what one member of a group handed in, and leave each their own where several did', () => {
    const group = { group: 'G' };
    const [a, b, c] = [student('a', group), student('b', group), student('c', group)];
    expect(Object.fromEntries(matchRoster([a, b, c], ['b']).submissionOf)).toEqual({ a: 'b', b: 'b', c: 'b' });
    const several = matchRoster([a, b, c], ['a', 'b']);
    expect(Object.fromEntries(several.submissionOf)).toEqual({ a: 'a', b: 'b' });
    expect(several.absent).toEqual([c]);
  });
});
