#!/usr/bin/env node
// Runs a program of a data set: `node data/run.js cifar10/get` bundles data/cifar10/get.ts and runs it.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');

const root = join(__dirname, '..');
const [name = '', ...programArguments] = process.argv.slice(2);
const entry = join(__dirname, `${name}.ts`);

if (!/^\w+\/\w+$/.test(name) || !existsSync(entry)) {
  console.error(`node data/run.js FOLDER/PROGRAM: there is no program '${name}'. Try: node data/run.js cifar10/get`);
  process.exit(2);
}

const outfile = join(root, '.descent/cache/data', `${name.replace('/', '-')}.cjs`);
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
