import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOrdinaryUser } from '../../files/testing/asOrdinaryUser';
import { withFiles } from '../../files/testing/withFiles';
import { keepAttempt } from './attempts';

describe('keepAttempt', () => {
  it('should store each attempt with its result, and never change one', () =>
    withFiles({ 'alice/losses.ts': 'first', 'alice/node_modules/x/index.js': 'a tool' }, async (folder) => {
      const path = join(folder, 'alice');
      const entry = { name: 'alice', entry: 'alice', path, problem: undefined };
      const kept = (file: string): string => readFileSync(join(folder, 'out', 'attempts', 'alice', file), 'utf8');
      expect(await keepAttempt(join(folder, 'out'), entry, '1')).toBe(1);
      writeFileSync(join(path, 'losses.ts'), 'second');
      expect(await keepAttempt(join(folder, 'out'), entry, '2')).toBe(2);
      expect([kept('0001/files/losses.ts'), kept('0001/result.json')]).toEqual(['first', '1']);
      expect([kept('0002/files/losses.ts'), kept('0002/result.json')]).toEqual(['second', '2']);
      expect(() => kept('0001/files/node_modules/x/index.js')).toThrow('ENOENT');
    }));

  it('should store an attempt of which a part may not be read', () =>
    withFiles({ 'alice/losses.ts': 'first', 'alice/own/mine.ts': '', 'out/': '' }, async (folder) => {
      const path = join(folder, 'alice');
      chmodSync(join(path, 'own'), 0);
      chmodSync(join(folder, 'out'), 0o777);
      const entry = { name: 'alice', entry: 'alice', path, problem: undefined };
      expect(await asOrdinaryUser(folder, () => keepAttempt(join(folder, 'out'), entry, '1'))).toBe(1);
      chmodSync(join(path, 'own'), 0o755);
      const kept = join(folder, 'out', 'attempts', 'alice', '0001', 'files');
      expect(readdirSync(kept)).toEqual(['losses.ts']);
    }));

  it('should store an archive as it is', () =>
    withFiles({ 'bob.zip': 'PK' }, async (folder) => {
      await keepAttempt(
        join(folder, 'out'),
        { name: 'bob', entry: 'bob.zip', path: join(folder, 'bob.zip'), problem: undefined },
        '{}',
      );
      expect(readFileSync(join(folder, 'out', 'attempts', 'bob', '0001', 'files.zip'), 'utf8')).toBe('PK');
    }));
});
