import { lookAtQueue, lookAtRedis } from './lookAtQueue';

const info = {
  server: 'redis_version:7.0.15\r\n',
  memory: 'maxmemory_policy:noeviction\r\n',
  persistence: 'aof_enabled:1\r\n',
};

describe('lookAtRedis', () => {
  it('should accept a Redis that persists its data', () => {
    expect(lookAtRedis('redis://q', info)).toEqual({
      topic: 'queue',
      status: 'ok',
      fact: 'redis://q, version 7.0.15',
      advice: '',
    });
  });

  it.each([
    [{ server: 'redis_version:6.0.16\r\n' }, 'problem', 'update Redis to 6.2 or later'],
    [{ memory: 'maxmemory_policy:allkeys-lru\r\n' }, 'problem', 'set maxmemory-policy noeviction'],
    [{ persistence: 'aof_enabled:0\r\n' }, 'note', 'set appendonly yes'],
  ])('should say what to do about %j', (changed, status, advice) => {
    const finding = lookAtRedis('redis://q', { ...info, ...changed });
    expect(finding.status).toBe(status);
    expect(finding.advice).toContain(advice);
  });
});

describe('lookAtQueue', () => {
  it("should report a Redis that can't be reached", async () => {
    const [finding] = await lookAtQueue({ url: 'redis://127.0.0.1:1', prefix: 'x' });
    expect(finding).toMatchObject({ status: 'problem', fact: expect.stringContaining("can't be used") as string });
  });
});
