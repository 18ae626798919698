import { inParallel } from './inParallel';

const turns = (count: number): Promise<void> =>
  count === 0 ? Promise.resolve() : Promise.resolve().then(() => turns(count - 1));

describe('inParallel', () => {
  it('should return results in the order of the items, whichever is done first', async () => {
    const work = async (item: number): Promise<string> => {
      await turns(100 - item);
      return `done ${item}`;
    };
    const items = Array.from({ length: 100 }, (_, index) => index);
    expect(await inParallel(items, work)).toEqual(items.map((item) => `done ${item}`));
    expect(await inParallel([], work)).toEqual([]);
  });

  it('should have several under way, and never more than 16', async () => {
    let [underWay, most] = [0, 0];
    await inParallel(Array.from({ length: 50 }), async () => {
      most = Math.max(most, (underWay += 1));
      await turns(3);
      underWay -= 1;
    });
    expect(most).toBe(16);
  });

  it('should fail as the first does, begin no more, and leave nothing under way', async () => {
    let [begun, ended] = [0, 0];
    const work = async (item: number): Promise<void> => {
      begun += 1;
      await turns(item);
      ended += 1;
      if (item === 2) throw new Error('the disk is full');
    };
    const items = Array.from({ length: 1000 }, (_, index) => index);
    await expect(inParallel(items, work)).rejects.toThrow('the disk is full');
    expect(begun).toBeLessThan(100);
    expect(ended).toBe(begun);
  });
});
