import type { Usage } from './processTree';
import { UsageWatch } from './watchUsage';

/** A process that reports one more processor second at each sample. */
function looked(residentBytes: number): { readonly usage: () => Usage } {
  let cpuSeconds = 0;
  return { usage: () => ({ residentBytes, cpuSeconds: (cpuSeconds += 1) }) };
}

describe('UsageWatch', () => {
  it('should sample once for all queries while nothing happens', () => {
    const watch = new UsageWatch(looked(600), 1_000, () => undefined);
    watch.allowCpu(1);
    expect([watch.cpuSeconds, watch.isHalfFull, watch.cpuSeconds]).toEqual([1, true, 1]);
    watch.expectChange();
    expect([watch.cpuSeconds, watch.cpuSeconds]).toEqual([2, 2]);
    watch.end();
  });

  it('should sample again at each interval even without messages', () => {
    jest.useFakeTimers();
    const onTooMuch = jest.fn();
    const watch = new UsageWatch(looked(0), 1_000, onTooMuch);
    watch.allowCpu(2);
    jest.advanceTimersToNextTimer(2);
    expect(onTooMuch).not.toHaveBeenCalled();
    jest.advanceTimersToNextTimer();
    expect(onTooMuch.mock.calls).toEqual([['cpu']]);
  });
});
