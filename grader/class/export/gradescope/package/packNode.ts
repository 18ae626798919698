import { readdir, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PackedFile } from '../../../../files';

/** Files for people and editors. */
const notNeeded = /\.(?:md|map|d\.ts|d\.mts|d\.cts)$/i;

/**
 * Packs this machine's Node and compiler, for an image without a network.
 *
 * @throws in one sentence if they can't run on Gradescope
 */
export async function packNode(engine: string): Promise<readonly PackedFile[]> {
  const { platform, arch, execPath } = process;
  if (platform !== 'linux' || arch !== 'x64')
    throw new Error(
      `--offline packs this machine's Node, which is for ${platform} on ${arch}; Gradescope needs Linux on x64`,
    );
  const node: PackedFile = {
    path: 'node/bin/node',
    content: await readFile(await realpath(execPath)),
    executable: true,
  };
  const esbuild = await folder(engine, 'esbuild', (path) => !path.startsWith('bin/'));
  const binary = await folder(engine, '@esbuild/linux-x64', () => true);
  return [node, ...esbuild, ...binary];
}

async function folder(
  engine: string,
  name: string,
  isNeeded: (path: string) => boolean,
): Promise<readonly PackedFile[]> {
  const from = placeOf(engine, name);
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isNeeded(path) && !notNeeded.test(path));
  return Promise.all(
    paths.map(async (path) => ({
      path: `grader/node_modules/${name}/${path}`,
      content: await readFile(join(from, ...path.split('/'))),
      executable: path.startsWith('bin/'),
    })),
  );
}

/** The package can be outside of the engine's folder. */
function placeOf(engine: string, name: string): string {
  try {
    return dirname(createRequire(join(engine, 'package.json')).resolve(`${name}/package.json`));
  } catch {
    throw new Error(`node_modules/${name} is missing; run npm install`);
  }
}
