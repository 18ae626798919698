import { z } from 'zod';
import { jsonText } from '../files';
import type { StudentPackage } from './studentPackage';

const ranges = z.record(z.string(), z.string()).optional();

const lockedSchema = z.looseObject({
  dependencies: ranges,
  optionalDependencies: ranges,
  peerDependencies: ranges,
  peerDependenciesMeta: z.record(z.string(), z.looseObject({ optional: z.boolean().optional() })).optional(),
});

const lockfileSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), lockedSchema) });

type Locked = z.infer<typeof lockedSchema>;

interface Edge {
  readonly to: string;
  readonly peer: boolean;
  readonly optional: boolean;
}

/**
 * Derives a student's package-lock.json from the staff's: exactly the packages that the student needs, in the same
 * versions. npm would do the same, but different versions of npm could write different bytes.
 *
 * @throws if the staff's file lacks a package
 */
export function pruneLockfile(staffLockfile: string, student: StudentPackage): string {
  const { packages } = lockfileSchema.parse(JSON.parse(staffLockfile));
  const { name, version, license, dependencies, bin, engines } = student;
  const all: Record<string, Locked> = { ...packages, '': { name, version, license, dependencies, bin, engines } };
  const reach = (follow: (edge: Edge) => boolean): Set<string> => {
    const reached = new Set(['']);
    for (const place of reached) for (const edge of edgesOf(place, all)) if (follow(edge)) reached.add(edge.to);
    return reached;
  };
  const needed = reach(() => true);
  const required = reach(({ optional }) => !optional);
  const withoutPeers = reach(({ peer }) => !peer);
  const kept = Object.keys(all)
    .filter((place) => needed.has(place))
    .map((place): [string, Locked] => {
      if (place === '') return [place, all[place] ?? {}];
      // Would contain a different registry's address; without it npm uses its configured one.
      const {
        dev: _dev,
        devOptional: _both,
        optional: _optional,
        peer: _peer,
        resolved: _resolved,
        ...locked
      } = all[place] ?? {};
      const flags = {
        ...(required.has(place) ? {} : { optional: true }),
        ...(withoutPeers.has(place) ? {} : { peer: true }),
      };
      return [place, { ...locked, ...flags }];
    });
  const content = { name, version, lockfileVersion: 3, requires: true, packages: Object.fromEntries(kept) };
  return jsonText(content);
}

function edgesOf(place: string, all: Readonly<Record<string, Locked>>): readonly Edge[] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = all[place] ?? {};
  const wanted = [
    ...Object.keys(dependencies).map((name) => ({
      name,
      peer: false,
      optional: Object.hasOwn(optionalDependencies, name),
    })),
    ...Object.keys(optionalDependencies).map((name) => ({ name, peer: false, optional: true })),
    ...Object.keys(peerDependencies).map((name) => ({
      name,
      peer: true,
      optional: peerDependenciesMeta[name]?.optional === true,
    })),
  ];
  return wanted.flatMap(({ name, peer, optional }) => {
    const to = resolve(name, place, all);
    if (to !== undefined) return [{ to, peer, optional }];
    if (optional) return [];
    throw new Error(
      `package-lock.json has no ${name}, which ${place === '' ? "a student's copy" : place} needs; run npm install`,
    );
  });
}

// Node's resolution: the folder itself, then each one above it.
function resolve(name: string, place: string, all: Readonly<Record<string, Locked>>): string | undefined {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = `${folder}${folder === '' ? '' : '/'}node_modules/${name}`;
    if (Object.hasOwn(all, candidate)) return candidate;
    if (folder === '') return undefined;
  }
}
