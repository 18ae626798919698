import { openRedis, withoutPassword } from './openRedis';

describe('withoutPassword', () => {
  it('should return the URL without user and password', () => {
    expect(withoutPassword('rediss://ta:geheim@queue.example.edu:6380/2')).toBe('rediss://queue.example.edu:6380/2');
    expect(withoutPassword('redis://localhost')).toBe('redis://localhost');
  });

  it.each(['localhost:6379', 'http://localhost', 'redis://', ''])('should reject %j and show a valid URL', (url) => {
    expect(() => withoutPassword(url)).toThrow('--redis takes a URL such as redis://localhost:6379');
  });
});

describe('openRedis', () => {
  it('should report why Redis is unreachable and what to do, without the password', async () => {
    // Nothing listens on port 1.
    await expect(openRedis('redis://ta:geheim@127.0.0.1:1')).rejects.toThrow(
      "Redis at redis://127.0.0.1:1 can't be used (connect ECONNREFUSED 127.0.0.1:1); see that it runs and that this machine may reach it",
    );
  });
});
