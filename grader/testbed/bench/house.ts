/**
 * Lines of TypeScript and JavaScript by room, without tests, their helpers and the testbed, and the files over 200 lines.
 * `grader/rooms.test.ts` and lint enforce the other limits.
 *
 *     npm run bench -- house
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const isProduct = /\.(ts|[cm]?js)$/;
const isForTests = /\.(test|e2e|fairness|security|browser)\.ts$|[\\/]testing[\\/]/;
const grader = join(process.cwd(), 'grader');

const files = readdirSync(grader, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => isProduct.test(file) && !isForTests.test(file))
  .map((file) => ({ path: relative(grader, file), lines: readFileSync(file, 'utf8').split('\n').length - 1 }));

const byRoom = new Map<string, number>();
for (const { path, lines } of files) {
  const [room = ''] = path.split(sep);
  byRoom.set(room, (byRoom.get(room) ?? 0) + lines);
}
for (const [room, lines] of [...byRoom].toSorted(([, a], [, b]) => b - a))
  console.log(`${String(lines).padStart(6)} ${room}`);
const product = [...byRoom].reduce((sum, [room, lines]) => sum + (room === 'testbed' ? 0 : lines), 0);
console.log(`${String(product).padStart(6)} lines of product, in ${byRoom.size} rooms (all but testbed counted)`);
for (const { path, lines } of files) if (lines > 200) console.log(`${String(lines).padStart(6)} lines in ${path}`);
