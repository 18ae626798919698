import { assignmentOf } from './assignmentOf';
import { CheckQueue } from './CheckQueue';

describe('CheckQueue', () => {
  it('should check one after the other, and once what was saved twice meanwhile', async () => {
    const begun: string[] = [];
    let release: () => void = () => undefined;
    const queue = new CheckQueue<string>(async (id) => {
      begun.push(id);
      if (begun.length === 1) await new Promise<void>((resolve) => (release = resolve));
    });
    const done = queue.add('03');
    await Promise.all([queue.add('04'), queue.add('03'), queue.add('04')]);
    expect(begun).toEqual(['03']);
    release();
    await done;
    expect(begun).toEqual(['03', '04', '03']);
  });
});

describe('assignmentOf', () => {
  it('should know the sources of the assignments that are watched, and nothing else', () => {
    const ids = ['03-losses'];
    expect(assignmentOf('/x/assignments/03-losses/losses.ts', ids)).toBe('03-losses');
    expect(assignmentOf('/x/assignments/03-losses/README.md', ids)).toBeUndefined();
    expect(assignmentOf('/x/assignments/04-regularization/regularization.ts', ids)).toBeUndefined();
  });
});
