'use strict';
/**
 * Simulates a term from release to correction, in temporary folders, with the commands of staff and students:
 * release → a fresh copy with only todos → the solutions in it → hand-in → half-done work → a corrected
 * release → update.
 *
 * `npm run rehearse`, or `npm run rehearse -- --modules DIR` to use installed packages instead of `npm ci`.
 */
const { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { basename, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');
const { removeFolder } = require('../../files/removeFolder');
const { correctedCheckout, gradeOf, manifestOf, npmTest, releaseOf, signWithOwnKey } = require('./rehearsedCopies');
const { grader, must, npm, readJson, run, step } = require('./rehearsal');

const root = join(__dirname, '../../..');
const { values: options } = parseArgs({
  options: { modules: { type: 'string' }, keep: { type: 'boolean', default: false } },
});
const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));

try {
  rehearse();
} catch (error) {
  process.exitCode = 1;
  console.error(`rehearsal: ${error instanceof Error ? error.message : error}`);
} finally {
  if (options.keep) console.log(`kept: ${folder}`);
  else removeFolder(folder);
}

function rehearse() {
  const first = releaseOf(root, join(folder, 'first'));
  const student = join(folder, 'student');
  cpSync(first, student, { recursive: true });
  const files = manifestOf(first).student;
  install(student);

  step('a fresh copy has everything to do');
  const fresh = npmTest(student);
  must(fresh.text.includes(manifestOf(first).version), 'npm test prints the version of the checks', fresh);
  must(/Tests: +\d+ todo, \d+ total/.test(fresh.text), 'every test is a todo', fresh);
  const points = gradeOf(student);
  must(
    points.score === 0 && points.scope === 'public' && points.maxScore > 0,
    'it has no points yet, and only public ones',
    points,
  );

  step('types are found');
  const types = run(student, process.execPath, [
    join('node_modules', 'typescript', 'bin', 'tsc'),
    '--noEmit',
    '-p',
    '.',
  ]);
  must(types.status === 0, 'skeletons and tests have no type errors', types);

  step('with the solutions everything passes');
  for (const file of files) cpSync(solutionOf(file), join(student, file));
  const solved = npmTest(student);
  must(/Tests: +\d+ passed, \d+ total/.test(solved.text), 'every test passes', solved);
  const full = gradeOf(student);
  must(full.score === full.maxScore && full.score === points.maxScore, 'it has all points', full);

  step('handing in');
  const packed = npm(student, ['run', 'hand-in']);
  must(packed.status === 0, 'everything is packed', packed);
  const ids = files.map((file) => file.split('/')[1] ?? '');
  const written = readdirSync(join(student, 'hand-in')).toSorted();
  must(
    written.join() ===
      ids
        .flatMap((id) => [`${id}.receipt.txt`, `${id}.zip`])
        .toSorted()
        .join(),
    'a zip and a receipt each',
    written,
  );
  const [id = ''] = ids;
  const zip = join(student, 'hand-in', `${id}.zip`);
  const graded = grader(root, ['grade', zip, '--assignment', id, '--json', join(folder, 'graded.json'), '--quiet']);
  must(graded.status === 0, 'staff can grade the zip', graded);
  const result = readJson(join(folder, 'graded.json'));
  must(
    result.scope === 'full' && result.score === result.maxScore,
    'and it has all points, of hidden checks too',
    result,
  );

  step('training with the solutions');
  const trained = npm(student, ['run', 'train', '--', '--epochs', '5', '--out', 'training.json', '--plain']);
  must(trained.status === 0, 'it trains on the digits', trained);
  const { best } = readJson(join(student, 'training.json'));
  must(best.validationAccuracy > 0.85, 'it learns', best);
  rmSync(join(student, 'training.json'));

  step('half-done work, then a corrected release');
  const [done = '', ...others] = files;
  for (const file of others) cpSync(join(first, file), join(student, file));
  writeFileSync(join(student, done), `${readFileSync(solutionOf(done), 'utf8')}// half done\n`);
  writeFileSync(join(student, 'assignments', 'notes.txt'), 'mine\n');
  const mine = files.map((file) => readFileSync(join(student, file)));
  const second = releaseOf(correctedCheckout(root, folder), join(folder, 'second'));
  const before = manifestOf(student).version;
  must(manifestOf(second).version !== before, 'a corrected release has another version', manifestOf(second));

  step('a damaged release changes nothing');
  const damaged = join(folder, 'damaged');
  cpSync(second, damaged, { recursive: true });
  writeFileSync(join(damaged, 'README.md'), 'damaged\n');
  const refused = npm(student, ['run', 'update', '--', damaged]);
  must(refused.status === 1 && refused.text.includes('README.md'), 'it is refused, and the file named', refused);
  must(manifestOf(student).version === before, 'the copy is as it was', manifestOf(student));

  step('a release that another key signs changes nothing');
  const forged = join(folder, 'forged');
  cpSync(second, forged, { recursive: true });
  signWithOwnKey(forged);
  const foreign = npm(student, ['run', 'update', '--', forged]);
  must(foreign.status === 1 && foreign.text.includes('not signed by the key'), 'it is refused', foreign);

  step('the update');
  const update = npm(student, ['run', 'update', '--', second]);
  must(update.status === 0, 'it is done', update);
  files.forEach((file, index) =>
    must(mine[index]?.equals(readFileSync(join(student, file))), `${file} is untouched`, update),
  );
  must(
    readFileSync(join(student, 'assignments', 'notes.txt'), 'utf8') === 'mine\n',
    "the student's own notes are kept",
    update,
  );
  for (const [file] of Object.entries(manifestOf(second).files).filter(([path]) => !files.includes(path)))
    must(readFileSync(join(student, file)).equals(readFileSync(join(second, file))), `${file} is the new one`, update);
  const renewed = npmTest(student);
  must(renewed.text.includes(manifestOf(second).version), 'npm test prints the new version', renewed);
  must(/Tests: +\d+ todo, \d+ passed, \d+ total/.test(renewed.text), 'finished functions pass the new checks', renewed);
  must(
    npm(student, ['run', 'update', '--', second]).text.includes('Nothing to do'),
    'a second update has nothing to do',
    update,
  );
  step('the rehearsal went well');
}

/** @param {string} student */
function install(student) {
  if (options.modules !== undefined) {
    symlinkSync(resolve(options.modules), join(student, 'node_modules'), 'junction');
    return;
  }
  step('npm ci');
  const installed = npm(student, ['ci', '--no-audit', '--no-fund']);
  must(installed.status === 0, 'packages are installed from the lockfile', installed);
}

/** @param {string} file */
function solutionOf(file) {
  const [, id = ''] = file.split('/');
  return join(root, 'solutions', id, basename(file));
}
