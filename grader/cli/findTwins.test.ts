import { findTwins } from './findTwins';

it('should name exercises that occur in two assignments', () => {
  const assignment = (id: string, ...names: readonly string[]): Parameters<typeof findTwins>[0][number] => ({
    id,
    exercises: names.map((name) => ({ name })),
  });

  expect(
    findTwins([assignment('10-a', 'loss', 'step'), assignment('11-b', 'loss'), assignment('12-c', 'other')]),
  ).toEqual(['10-a and 11-b both have an exercise loss; write it as 10-a/loss in overrides']);
});
