import { matchRoster } from '.';
import { student } from './testing/samples';

describe('matchRoster', () => {
  it('should match by id, email, name and group in this order, ignoring case and spaces', () => {
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
    expect(unmatched).toEqual([{ submission: 'unknown', reason: 'matches no id, email, name or group in the roster' }]);
  });

  it('should match no one when a name fits two students', () => {
    const twins = [student('a1', { name: 'Kim Lee' }), student('a2', { name: 'kim lee' })];
    const { submissionOf, absent, undecided, unmatched } = matchRoster(twins, ['Kim Lee']);
    expect(submissionOf.size).toBe(0);
    expect(absent).toEqual([]);
    expect(undecided.map(({ student: { id } }) => id)).toEqual(['a1', 'a2']);
    expect(unmatched).toEqual([
      { submission: 'Kim Lee', reason: "two students are called Kim Lee; rename the submission to a student's id" },
    ]);
  });

  const twice = student('a1', { email: 'a@x.org' });

  it('should count two identical submissions of one student once', () => {
    const contents = new Map([
      ['a1', 'f00'],
      ['a@x.org', 'f00'],
    ]);
    const { submissionOf, copies, undecided, unmatched } = matchRoster(
      [twice],
      [...contents.keys()],
      undefined,
      contents,
    );
    expect(submissionOf.get('a1')).toBe('a1');
    expect(copies.get('a1')).toEqual(['a@x.org']);
    expect([...undecided, ...unmatched]).toEqual([]);
  });

  it('should not choose between two submissions of one student', () => {
    const { submissionOf, absent, undecided, unmatched } = matchRoster([twice], ['a1', 'a@x.org']);
    expect(submissionOf.size).toBe(0);
    // A student who handed in twice is not absent, and gets no 0.
    expect(absent).toEqual([]);
    expect(undecided).toEqual([{ student: twice, reason: 'a1 and a@x.org belong to a1; keep one' }]);
    expect(unmatched.map(({ reason }) => reason)).toEqual(Array(2).fill('a1 and a@x.org belong to a1; keep one'));
  });

  it('should share the only submission of a group, and keep several with their members', () => {
    const group = { group: 'G' };
    const [a, b, c] = [student('a', group), student('b', group), student('c', group)];
    expect(Object.fromEntries(matchRoster([a, b, c], ['b']).submissionOf)).toEqual({ a: 'b', b: 'b', c: 'b' });
    const several = matchRoster([a, b, c], ['a', 'b']);
    expect(Object.fromEntries(several.submissionOf)).toEqual({ a: 'a', b: 'b' });
    expect(several.absent).toEqual([]);
    expect(several.undecided).toEqual([{ student: c, reason: 'a and b belong to group G' }]);
  });

  it('should leave a whole group undecided when a member handed in twice', () => {
    const group = { group: 'G' };
    const [a, b] = [student('a', { ...group, email: 'a@x.org' }), student('b', group)];
    const { submissionOf, undecided } = matchRoster([a, b], ['a', 'a@x.org']);
    expect(submissionOf.size).toBe(0);
    expect(undecided.map(({ student: { id } }) => id)).toEqual(['a', 'b']);
  });
});
