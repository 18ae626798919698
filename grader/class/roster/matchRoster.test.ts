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

  it('should not choose between two submissions of one group', () => {
    const [a, b] = [student('a', { group: 'Team A' }), student('b', { group: 'Team A' })];
    const names = ['Team A', 'team_a'];
    const { submissionOf, absent, undecided, unmatched } = matchRoster([a, b], names);
    expect(submissionOf.size + absent.length).toBe(0);
    const reason = 'Team A and team_a belong to one group; keep one';
    expect(undecided).toEqual([a, b].map((one) => ({ student: one, reason })));
    expect(unmatched).toEqual(names.map((submission) => ({ submission, reason })));
    const same = matchRoster([a, b], names, undefined, new Map(names.map((name) => [name, 'f00'])));
    expect(Object.fromEntries(same.submissionOf)).toEqual({ a: 'Team A', b: 'Team A' });
    expect(same.copies.get('b')).toEqual(['team_a']);
  });

  it('should match submissions by the names that they could not keep', () => {
    const owners = new Map([
      ['a1-2bd806c9', ['A1']],
      ['a1-62dca8ff', ['A1']],
      ['_b2-46538ece', ['@b2']],
    ]);
    const { submissionOf, absent, undecided } = matchRoster(
      [student('a1'), student('@b2')],
      [...owners.keys()],
      owners,
    );
    expect(Object.fromEntries(submissionOf)).toEqual({ '@b2': '_b2-46538ece' });
    expect(absent).toEqual([]);
    expect(undecided.map(({ reason }) => reason)).toEqual(['a1-2bd806c9 and a1-62dca8ff belong to a1; keep one']);
  });
});
