/** The identity of a Classroom 50 result. */
export const identity = {
  classroom: 'cs',
  assignment: 'losses',
  owner: 'bob',
  submission: 'submit/2027-02-12T22-00-00Z-abc1234',
  commit: 'https://x.org/commit/1',
  release: 'https://x.org/releases/1',
  review: 'https://x.org/compare/1',
  datetime: '2027-02-12T22:00:00Z',
};
