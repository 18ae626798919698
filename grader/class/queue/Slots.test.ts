import { Slots } from './Slots';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Slots', () => {
  it('should let in so many, in the order in which they came, also one that wants all places', async () => {
    const slots = new Slots(2);
    const came: string[] = [];
    const take = async (name: string, places: number): Promise<() => void> => {
      const release = await slots.take(places);
      came.push(name);
      return release;
    };
    const [first, second, all, last] = [take('first', 1), take('second', 1), take('all', 2), take('last', 1)];
    await turn();
    expect(came).toEqual(['first', 'second']);
    (await first)();
    await turn();
    // One place is free, but the one that wants two was there before.
    expect(came).toEqual(['first', 'second']);
    (await second)();
    await turn();
    expect(came).toEqual(['first', 'second', 'all']);
    (await all)();
    (await last)();
    expect(came).toEqual(['first', 'second', 'all', 'last']);
  });
});
