'use strict';
/** `npm pack` omits package-lock.json, from which students' lockfiles are derived: it is packed under another name. */
const { copyFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const packedLockfile = 'grader/bundling/lockfile.json';

module.exports = { packedLockfile };

if (require.main === module) {
  const engine = join(__dirname, '../..');
  if (process.argv[2] === '--remove') rmSync(join(engine, packedLockfile), { force: true });
  else copyFileSync(join(engine, 'package-lock.json'), join(engine, packedLockfile));
}
