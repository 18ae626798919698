'use strict';
/** `npm test`: Jest, with a clear message for an unknown assignment or function. */
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { courseRoot } = require('../../bundling/courseRoot');
const { languageOf } = require('../../pipeline/words/languageOf');
const { chooseTests } = require('./chooseTests');
const { exerciseNames } = require('./exerciseNames');
const { summaryTexts } = require('./summaryTexts');
const { checkBeside } = require('../types/startTypes');

const engine = join(__dirname, '../../..');
const root = courseRoot(engine);
if (root !== engine) process.env.DESCENT_COURSE = root;
const args = process.argv.slice(2);

// Only if a function may be meant, since it takes a tenth of a second.
const isNamed = args.some((one) => !one.startsWith('-') && !/^\d/.test(one));
const assignments = readdirSync(join(root, 'assignments'))
  .filter((name) => /^\d{1,2}-/.test(name))
  .map((id) => ({ id, exercises: isNamed ? exerciseNames(join(root, 'assignments', id)) : [] }));
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
