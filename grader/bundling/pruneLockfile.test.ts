import { pruneLockfile } from './pruneLockfile';
import type { StudentPackage } from './studentPackage';

const student: StudentPackage = {
  name: 'course',
  version: '1.0.0',
  license: 'MIT',
  engines: { node: '>=20' },
  dependencies: { a: '1.0.0' },
  bin: {},
  overrides: undefined,
  allowScripts: undefined,
};

const prune = (packages: object): Record<string, object> =>
  (
    JSON.parse(pruneLockfile(JSON.stringify({ lockfileVersion: 3, packages }), student)) as {
      packages: Record<string, object>;
    }
  ).packages;

describe('pruneLockfile', () => {
  it('should keep needed packages, including nested versions, and drop those that only staff need', () => {
    const kept = prune({
      '': { devDependencies: { a: '1.0.0', staff: '1.0.0' } },
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        resolved: 'https://registry.example/a.tgz',
        dependencies: { b: '^1.0.0', c: '^1.0.0' },
      },
      'node_modules/a/node_modules/b': { version: '1.0.0', dev: true, dependencies: { c: '^1.0.0' } },
      'node_modules/b': { version: '2.0.0', dev: true },
      'node_modules/c': { version: '1.5.0', dev: true },
      'node_modules/staff': { version: '1.0.0', dev: true, dependencies: { b: '^2.0.0' } },
    });
    expect(Object.keys(kept)).toEqual(['', 'node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
    // Neither the registry nor "for development only" remains.
    expect(kept['node_modules/a']).toEqual({ version: '1.0.0', dependencies: { b: '^1.0.0', c: '^1.0.0' } });
  });

  it('should mark optional packages and those that are only peers', () => {
    const kept = prune({
      'node_modules/a': {
        optionalDependencies: { perhaps: '1', absent: '1' },
        peerDependencies: { peer: '1', maybe: '1', nowhere: '1' },
        peerDependenciesMeta: { maybe: { optional: true }, nowhere: { optional: true } },
      },
      'node_modules/perhaps': { dependencies: { deep: '1' } },
      'node_modules/deep': {},
      'node_modules/peer': {},
      'node_modules/maybe': {},
    });
    expect(kept).toMatchObject({
      'node_modules/perhaps': { optional: true },
      'node_modules/deep': { optional: true },
      'node_modules/peer': { peer: true },
      'node_modules/maybe': { peer: true, optional: true },
    });
  });

  it('should name a package that the lockfile lacks', () => {
    expect(() => prune({ 'node_modules/a': { dependencies: { b: '1' } } })).toThrow(
      'package-lock.json has no b, which node_modules/a needs',
    );
    expect(() => prune({})).toThrow("package-lock.json has no a, which a student's copy needs");
  });
});
