import type * as compilation from './compilation';

const setFlagsFromString = jest.fn();
jest.mock('node:v8', () => ({ setFlagsFromString }));
// It captures both when it is loaded.
const cpuUsage = jest.spyOn(process, 'cpuUsage').mockReturnValue({ user: 0, system: 0 });
const { compileAsUsualWhenLong } = jest.requireActual<typeof compilation>('./compilation');

describe('compileAsUsualWhenLong', () => {
  it('should wait until the process has used a second of processor time, independent of wall-clock time', () => {
    const look = compileAsUsualWhenLong();
    jest.useFakeTimers({ now: 0 });
    jest.advanceTimersByTime(60_000);
    cpuUsage.mockReturnValue({ user: 950_000, system: 49_999 });
    look();
    expect(setFlagsFromString).not.toHaveBeenCalled();
    cpuUsage.mockReturnValue({ user: 950_000, system: 50_000 });
    look();
    expect(setFlagsFromString).toHaveBeenCalledWith('--max-inlined-bytecode-size-cumulative=920');
  });

  it('should stop measuring once the limit is reached', () => {
    const look = compileAsUsualWhenLong();
    look();
    cpuUsage.mockClear();
    setFlagsFromString.mockClear();
    look();
    expect([cpuUsage, setFlagsFromString].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });
});
