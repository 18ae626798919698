import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder';

describe('cacheFolder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cache-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const users = (): string => join(folder, 'home', 'descent');
  const find = (root: string): string =>
    cacheFolder(join(folder, root), 'grader-1', { XDG_CACHE_HOME: join(folder, 'home') });
  /** A file blocks the path, since root can write to any folder. */
  const refuse = (path: string): void => writeFileSync(join(folder, path), '');

  it("should be the checkout's own", () => {
    mkdirSync(join(folder, 'checkout'));
    expect(find('checkout')).toBe(join(folder, 'checkout', '.descent', 'cache'));
  });

  it("should be the user's if the checkout is not writable", () => {
    refuse('checkout');
    expect(find('checkout')).toBe(users());
  });

  it('should be where it was already built', () => {
    mkdirSync(join(folder, 'checkout'));
    mkdirSync(join(users(), 'grader-1'), { recursive: true });
    expect(find('checkout')).toBe(users());
    mkdirSync(join(folder, 'checkout', '.descent', 'cache', 'grader-1'), { recursive: true });
    expect(find('checkout')).toBe(join(folder, 'checkout', '.descent', 'cache'));
  });

  it('should report what to do if nothing is writable', () => {
    refuse('checkout');
    refuse('home');
    expect(() => find('checkout')).toThrow('make one of them writable, or set XDG_CACHE_HOME');
  });
});
