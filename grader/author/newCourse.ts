import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { jsonText, readJson, writeWhole } from '../files';
import { fillTemplate } from './fillTemplate';

/** Files of a new course, by their templates. */
const files: Readonly<Record<string, string>> = {
  'course.json.template': 'assignments/course.json',
  'solutions.md.template': 'solutions/README.md',
  'laws.ts.template': 'curriculum/laws.ts',
  'callbacks.ts.template': 'curriculum/callbacks.ts',
  'data.ts.template': 'curriculum/data.ts',
  'jest.config.cjs.template': 'jest.config.cjs',
  'tsconfig.json.template': 'tsconfig.json',
  'gitignore.template': '.gitignore',
  'README.md.template': 'README.md',
};

const texts = z.record(z.string(), z.string());
const packageSchema = z.looseObject({ dependencies: texts.optional(), scripts: texts.optional() });

export interface NewCourse {
  readonly written: readonly string[];
  /** Whether the engine still has to be installed there. */
  readonly mustInstall: boolean;
}

/**
 * Creates a course that has the engine as a dependency. Existing files are not changed, except that a package.json gets
 * missing entries.
 *
 * @throws if there is already a course; nothing is written then
 */
export async function newCourse(engine: string, folder: string): Promise<NewCourse> {
  const root = resolve(folder);
  if (existsSync(join(root, 'assignments', 'course.json')))
    throw new Error(`${folder} has a course already: assignments/course.json is there`);
  const name =
    basename(root)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'course';
  const values = { name, title: basename(root) };
  const written: string[] = [];
  for (const [template, target] of Object.entries(files)) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    const text = await readFile(join(engine, 'grader', 'author', 'template', 'course', template), 'utf8');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, fillTemplate(text, values));
    written.push(target);
  }
  await completePackage(root, name, await engineSpec(engine, root));
  return { written: [...written, 'package.json'], mustInstall: !existsSync(join(root, 'node_modules', 'descent')) };
}

async function completePackage(root: string, name: string, spec: string): Promise<void> {
  const path = join(root, 'package.json');
  const read = await readJson(path, packageSchema);
  if (read.status === 'damaged') throw new Error(`${path} is not right: ${read.why}`);
  const present = read.status === 'read' ? read.value : { name, private: true };
  const { test, ...scripts } = present.scripts ?? {};
  // The placeholder script of `npm init` counts as none.
  const isOwn = test !== undefined && !test.includes('no test specified');
  const content = {
    ...present,
    scripts: {
      'check:course': 'tsc --noEmit && grader validate --draft --changed',
      ...scripts,
      test: isOwn ? test : 'node node_modules/descent/grader/student/jest/cli.js',
    },
    dependencies: { descent: spec, ...present.dependencies },
  };
  await writeWhole(path, jsonText(content));
}

/** The dependency as in the package in which the engine is installed, else the engine's folder. */
async function engineSpec(engine: string, root: string): Promise<string> {
  const parts = engine.split(sep);
  const at = parts.lastIndexOf('node_modules');
  const owner = at < 0 ? undefined : parts.slice(0, at).join(sep);
  const read = owner === undefined ? undefined : await readJson(join(owner, 'package.json'), packageSchema);
  const spec = read?.status === 'read' ? read.value.dependencies?.descent : undefined;
  if (owner !== undefined && spec !== undefined)
    return spec.startsWith('file:') ? fileSpec(root, resolve(owner, spec.slice('file:'.length))) : spec;
  return fileSpec(root, engine);
}

function fileSpec(root: string, path: string): string {
  return `file:${relative(root, path).split(sep).join('/')}`;
}
