'use strict';
/** Steps of the rehearsal with a student's copy, and with a release. */
const { Buffer } = require('node:buffer');
const { createHash, generateKeyPairSync, sign } = require('node:crypto');
const { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { ensureBundles } = require('../../bundling/bundles');
const { grader, must, npm, readJson, run, step } = require('./rehearsal');

/**
 * @param {string} checkout
 * @param {string} out
 */
function releaseOf(checkout, out) {
  step(`the ${basename(out)} release`);
  const key = join(dirname(out), 'key.pem');
  const done = grader(checkout, ['release', '--out', out, '--key', key, '--unproven', '--plain']);
  must(done.status === 0, 'it is made', done);
  return out;
}

/** @param {string} student */
function npmTest(student) {
  const result = npm(student, ['test']);
  must(result.status === 0, 'npm test ends with 0', result);
  return result;
}

/** @param {string} student */
function gradeOf(student) {
  const result = run(student, process.execPath, [
    join('grader', 'cli', 'bin.js'),
    'grade',
    '.',
    '--json',
    'result.json',
    '--quiet',
  ]);
  must(result.status === 0, 'grade ends with 0', result);
  const json = readJson(join(student, 'result.json'));
  rmSync(join(student, 'result.json'));
  return json;
}

/**
 * @param {string} release
 * @returns {import('../../student/update').Manifest}
 */
function manifestOf(release) {
  return readJson(join(release, 'MANIFEST.json'));
}

/**
 * Signs a release with another key, as anyone can.
 *
 * @param {string} release
 */
function signWithOwnKey(release) {
  const { publicKey: own, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = own.export({ type: 'spki', format: 'der' }).toString('base64');
  // JSON omits undefined fields.
  const content = { ...manifestOf(release), publicKey, checksum: undefined, signature: undefined };
  const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const signature = sign(null, Buffer.from(`descent release ${checksum}`), privateKey).toString('base64');
  writeFileSync(join(release, 'MANIFEST.json'), JSON.stringify({ ...content, checksum, signature }));
}

/**
 * Copies a checkout, and generates other public cases in the copy.
 *
 * @param {string} root
 * @param {string} folder
 */
function correctedCheckout(root, folder) {
  const copy = join(folder, 'checkout');
  mkdirSync(copy);
  const kept = readdirSync(root).filter((name) => !['node_modules', '.descent', '.git'].includes(name));
  for (const name of kept) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Reuse the bundles: the sources are the same.
  const built = dirname(ensureBundles(root).cli);
  cpSync(built, join(copy, '.descent', 'cache', basename(built)), { recursive: true });
  const course = join(copy, 'assignments', 'course.json');
  writeFileSync(course, JSON.stringify({ ...readJson(course), publicSeed: 'corrected' }));
  const stale = grader(copy, [
    'release',
    '--out',
    join(folder, 'stale'),
    '--key',
    join(folder, 'key.pem'),
    '--unproven',
    '--plain',
  ]);
  must(stale.status === 1 && stale.text.includes('generate'), 'stale public checks are not released', stale);
  const generated = grader(copy, ['generate']);
  must(generated.status === 0, 'the public checks are generated again', generated);
  return copy;
}

module.exports = { correctedCheckout, gradeOf, manifestOf, npmTest, releaseOf, signWithOwnKey };
