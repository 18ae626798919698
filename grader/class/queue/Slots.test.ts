import { Slots } from './Slots';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Slots', () => {
  it('should serve requests in order within the limit, including one for all slots', async () => {
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
    // One slot is free, but the request for two came first.
    expect(came).toEqual(['first', 'second']);
    (await second)();
    await turn();
    expect(came).toEqual(['first', 'second', 'all']);
    (await all)();
    (await last)();
    expect(came).toEqual(['first', 'second', 'all', 'last']);
  });
});
