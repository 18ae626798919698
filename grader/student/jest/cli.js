'use strict';
/** `npm test`: Jest, with a clear word for an assignment or a function that does not exist. */
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { courseRoot } = require('../../bundling/courseRoot');
const { languageOf } = require('../../pipeline/words/languageOf');
const { chooseTests } = require('./chooseTests');
const { summaryTexts } = require('./summaryTexts');
const { checkBeside } = require('../types/startTypes');

const engine = join(__dirname, '../../..');
const root = courseRoot(engine);
if (root !== engine) process.env.DESCENT_COURSE = root;
const args = process.argv.slice(2);

/** @param {string} id */
const publicFile = (id) => join(root, 'assignments', id, 'public.json');

/**
 * Only where a function may be meant: it takes a tenth of a second.
 *
 * @param {string} id
 * @returns {readonly string[]}
 */
function exercisesOf(id) {
  if (!args.some((one) => !one.startsWith('-') && !/^\d/.test(one)) || !existsSync(publicFile(id))) return [];
  const { exercises } = /** @type {{ exercises: readonly { name: string }[] }} */ (
    JSON.parse(readFileSync(publicFile(id), 'utf8'))
  );
  return exercises.map(({ name }) => name);
}

const assignments = readdirSync(join(root, 'assignments'))
  .filter((name) => /^\d{1,2}-/.test(name))
  .map((id) => ({ id, exercises: exercisesOf(id) }));
const texts = summaryTexts[languageOf(process.env).language];
const isStaff = existsSync(join(root, 'solutions'));
const choice = chooseTests(args, assignments, texts, isStaff);

if (choice.status === 'chosen') {
  process.argv.splice(2, args.length, ...choice.args);
  const ids = assignments.map(({ id }) => id);
  const named = ids.filter((id) => choice.args.some((one) => /^\d/.test(one) && id.startsWith(one)));
  if (!isStaff) checkBeside(root, named.length === 0 ? ids : named);
  void require('jest').run();
} else {
  console.error(choice.message);
  process.exitCode = 2;
}
