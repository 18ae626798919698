#!/usr/bin/env node
// Runs a program of a data set: `node data/run.js cifar10/get` bundles data/cifar10/get.ts and runs it. Or any file:
// `node data/run.js try.ts`.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { basename, join, resolve } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');
const [name = '', ...programArguments] = process.argv.slice(2);
const isProgram = /^\w+\/\w+$/.test(name);
const entry = isProgram ? join(__dirname, `${name}.ts`) : resolve(name);

if (!(isProgram || name.endsWith('.ts')) || !existsSync(entry)) {
  console.error(
    `node data/run.js FOLDER/PROGRAM, or FILE.ts: there is no program '${name}'. Try: node data/run.js cifar10/get`,
  );
  process.exit(2);
}

const outfile = join(root, '.descent/cache/data', `${isProgram ? name.replace('/', '-') : basename(name, '.ts')}.cjs`);
buildSync({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  tsconfig: join(root, 'tsconfig.json'),
  logLevel: 'error',
});
process.exit(spawnSync(process.execPath, [outfile, ...programArguments], { stdio: 'inherit' }).status ?? 1);
