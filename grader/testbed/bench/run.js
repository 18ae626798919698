#!/usr/bin/env node
// Runs a benchmark: `node grader/testbed/bench/run.js NAME [ARGUMENT]…` bundles grader/testbed/bench/NAME.ts and runs it.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { buildSync } = require('esbuild');

const root = resolve(__dirname, '../../..');
const [name = '', ...programArguments] = process.argv.slice(2);
const entry = join(__dirname, `${name}.ts`);

if (!/^\w+$/.test(name) || !existsSync(entry)) {
  const names = readdirSync(__dirname).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  console.error(
    `node grader/testbed/bench/run.js NAME: no benchmark '${name}'; there are ${names.map((file) => file.slice(0, -3)).join(', ')}`,
  );
  process.exit(2);
}

const outfile = join(root, '.descent/cache/bench', `${name}.cjs`);
buildSync({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // These locate files relative to their own.
  external: ['esbuild', 'typescript', 'bullmq', 'ioredis'],
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'error',
});
process.exit(spawnSync(process.execPath, [outfile, ...programArguments], { stdio: 'inherit', cwd: root }).status ?? 1);
