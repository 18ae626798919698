import type * as compilation from './compilation';

const setFlagsFromString = jest.fn();
jest.mock('node:v8', () => ({ setFlagsFromString }));
// It captures both when it is loaded.
const cpuUsage = jest.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
const { compileAsUsualAfter } = jest.requireActual<typeof compilation>('./compilation');

describe('compileAsUsualAfter', () => {
  it('should wait until the process has used that much processor time, independent of wall-clock time', () => {
    const look = compileAsUsualAfter(200);
    jest.useFakeTimers({ now: 0 });
    jest.advanceTimersByTime(60_000);
    cpuUsage.mockReturnValue({ user: 150_000, system: 49_999 });
    look();
    expect(setFlagsFromString).not.toHaveBeenCalled();
    cpuUsage.mockReturnValue({ user: 150_000, system: 50_000 });
    look();
    expect(setFlagsFromString).toHaveBeenCalledWith('--max-inlined-bytecode-size-cumulative=920');
  });

  it('should stop measuring once the limit is reached', () => {
    const look = compileAsUsualAfter(1);
    look();
    cpuUsage.mockClear();
    setFlagsFromString.mockClear();
    look();
    expect([cpuUsage, setFlagsFromString].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });
});
