'use strict';
/** Steps of the rehearsal with a student's copy, and with a release. */
const { Buffer } = require('node:buffer');
const { createHash, generateKeyPairSync, sign } = require('node:crypto');
const { rmSync, writeFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
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

module.exports = { gradeOf, manifestOf, npmTest, releaseOf, signWithOwnKey };
