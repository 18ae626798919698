import { join } from 'node:path';
import { withFiles } from '../../files/testing/withFiles';
import { findSubmissions } from './findSubmissions';
import { keepOwners, readOwners } from './owners';

describe('keepOwners', () => {
  it('should keep the names of a folder and an archive that are called the same', () =>
    withFiles(
      { 'class/alice/a.ts': '', 'class/alice.zip': 'PK', 'class/bob/a.ts': '', 'out/kept': '' },
      async (root) => {
        const [directory, out] = [join(root, 'class'), join(root, 'out')];
        await keepOwners(directory, out, (await findSubmissions(directory)).submissions);

        const owners = await readOwners(out);
        expect(owners.size).toBe(2);
        for (const [name, ids] of owners) {
          expect(name).toMatch(/^alice-[0-9a-f]{8}$/);
          expect(ids).toEqual(['alice']);
        }
      },
    ));
});
