import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { settingsOf } from './settingsOf';

/** A course with these assignments, and an engine with two of its own. */
const inCourse = (
  assignments: Readonly<Record<string, object>>,
  use: (settings: (id: string) => ReturnType<typeof settingsOf>) => Promise<void>,
): Promise<void> =>
  withFiles(
    {
      'mine/assignments/course.json': JSON.stringify({ title: 'Mine', publicSeed: 's', timeZone: 'UTC', assignments }),
      'mine/solutions/10-mine/spec.ts': '',
      'mine/solutions/11-later/spec.ts': '',
      'engine/solutions/03-losses/spec.ts': '',
      'engine/solutions/06-optimizers/spec.ts': '',
      'engine/solutions/README.md': '',
    },
    (folder) => use((id) => settingsOf({ root: join(folder, 'mine'), engine: join(folder, 'engine') }, id)),
  );

describe('settingsOf', () => {
  it('should be the settings of an assignment that the course takes over or owns', () =>
    inCourse({ '03-losses': { from: 'descent', points: 25 }, '10-mine': {} }, async (settings) => {
      expect(await settings('03-losses')).toMatchObject({ from: 'descent', points: 25 });
      expect(await settings('10-mine')).toMatchObject({ id: '10-mine' });
      expect(await settings('11-later')).toEqual({});
    }));

  it.each([
    [
      '03-loses',
      { from: 'descent' },
      'assignments/course.json takes 03-loses from descent, which has none of that name; did you mean 03-losses?',
    ],
    [
      '10-mine',
      { from: 'descent' },
      'assignments/course.json takes 10-mine from descent, and there is a folder solutions/10-mine; remove one of the two',
    ],
    [
      '03-losses',
      {},
      '03-losses has no folder solutions/03-losses; give it one, or take it over with "from": "descent" in assignments/course.json',
    ],
  ])('should refuse %s with %j', (id, said, message) =>
    inCourse({ [id]: said }, async (settings) => {
      await expect(settings(id)).rejects.toThrow(message);
    }),
  );
});
