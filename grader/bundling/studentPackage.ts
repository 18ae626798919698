import { join } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson } from '../files';
import { studentCommands } from './staffOnly';

/** The parts of the staff's package.json that a student's is derived from. */
const staffPackageSchema = z.object({
  version: z.string(),
  license: z.string(),
  engines: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  /** npm's settings for single packages apply to students too. */
  overrides: z.record(z.string(), z.unknown()).optional(),
  allowScripts: z.record(z.string(), z.boolean()).optional(),
});

export type StaffPackage = z.infer<typeof staffPackageSchema>;

/** @throws in one sentence if `package.json` is invalid */
export async function readStaffPackage(root: string): Promise<StaffPackage> {
  const file = join(root, 'package.json');
  const read = await readJson(file, staffPackageSchema);
  if (read.status === 'read') return read.value;
  throw new Error(`${file} is not the course's: ${read.status === 'missing' ? 'it is missing' : read.why}`);
}

export interface StudentPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly overrides: StaffPackage['overrides'];
  readonly allowScripts: StaffPackage['allowScripts'];
}

/** Packages that the bundles, Jest, training and an editor need; everything else is bundled. */
const packages = [
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-backend-wasm',
  '@types/jest',
  '@types/node',
  'esbuild',
  'jest',
  'jest-environment-node',
  'ts-jest',
  'typescript',
];

/**
 * A student's package.json, with the staff's versions.
 *
 * @param plainSources - texts of the JavaScript that is released unbundled, whose packages are needed too
 */
export function studentPackage(staff: StaffPackage, plainSources: readonly string[]): StudentPackage {
  const versions = { ...staff.devDependencies, ...staff.dependencies };
  const dependencies = [...new Set([...packages, ...plainSources.flatMap(packagesIn)])]
    .toSorted()
    .map((name): [string, string] => {
      const version = versions[name];
      if (version === undefined) throw new Error(`package.json has no ${name}, which a student's copy needs`);
      return [name, version];
    });
  return {
    name: 'course',
    version: staff.version,
    license: staff.license,
    engines: staff.engines,
    dependencies: Object.fromEntries(dependencies),
    bin: { grader: 'grader/cli/bin.js' },
    overrides: staff.overrides,
    allowScripts: staff.allowScripts,
  };
}

function packagesIn(source: string): readonly string[] {
  const requests = [...source.matchAll(/\brequire(?:\.resolve)?\('([^']+)'\)/g)].flatMap(
    ([, request]) => request ?? [],
  );
  return requests
    .filter((request) => !/^(?:\.|node:)/.test(request))
    .map((request) => /^(?:@[^/]+\/)?[^/]+/.exec(request)?.[0] ?? request);
}

/** Scripts with a different name for students, because staff use the command's name for a class. */
const scriptNames: Readonly<Record<string, string>> = { page: 'report' };

/** The file's text, with a script for each command. */
export function writeStudentPackage(student: StudentPackage, title: string, commands: readonly string[]): string {
  const { name, version, license, engines, bin, dependencies, overrides, allowScripts } = student;
  const own = commands.toSorted().map((module): [string, string] => {
    const call = studentCommands[module] ?? module;
    const name = call.split(' ')[0] ?? call;
    return [scriptNames[name] ?? name, `node grader/cli/bin.js ${call}`];
  });
  const scripts = Object.fromEntries([['test', 'node grader/student/jest/cli.js'], ...own]);
  const content = {
    name,
    version,
    private: true,
    description: title,
    license,
    engines,
    bin,
    scripts,
    dependencies,
    overrides,
    allowScripts,
  };
  return jsonText(content);
}
