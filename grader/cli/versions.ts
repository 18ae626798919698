import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Versions of everything a result depends on. */
export interface Versions {
  readonly graderVersion: string;
  readonly node: string;
  readonly tfjs: string;
}

export function versions(engine: string): Versions {
  const requireFrom = createRequire(join(engine, 'package.json'));
  const versionIn = (path: string): string => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
  return {
    graderVersion: versionIn(join(engine, 'package.json')),
    node: process.version,
    tfjs: versionIn(requireFrom.resolve('@tensorflow/tfjs/package.json')),
  };
}
