'use strict';
/** `npm pack` leaves package-lock.json out, from which students' are cut: it goes along by another name meanwhile. */
const { copyFileSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const packedLockfile = 'grader/bundling/lockfile.json';

module.exports = { packedLockfile };

if (require.main === module) {
  const engine = join(__dirname, '../..');
  if (process.argv[2] === '--remove') rmSync(join(engine, packedLockfile), { force: true });
  else copyFileSync(join(engine, 'package-lock.json'), join(engine, packedLockfile));
}
