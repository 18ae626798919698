import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { awaiting, hostileCourse, hostileSubmissions, openTargets, tryHostile, type OpenTargets } from '.';
import { isAtLeast, WarmProcesses } from '../../pipeline/sandbox';
import { levelsToTry } from '../../pipeline/sandbox/isolation/testing/levelsToTry';
import type { Assignment } from '../../pipeline/types';
import { ensureBundles } from '../../bundling/bundles';
import { describeOf } from '../course/ofCourse';
import { describeWith } from '../tools';

const root = join(__dirname, '../../..');
const seed = process.env.DESCENT_TEST_SEED ?? randomBytes(4).toString('hex');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const levels = levelsToTry(childCommand);
const available = levels.flatMap((one) => (one.status === 'available' ? [one] : []));
const missing = levels.flatMap((one) => (one.status === 'missing' ? [{ name: one.level, missing: one.reason }] : []));

console.log(
  `hidden cases of seed ${seed} (repeat with DESCENT_TEST_SEED=${seed}); levels ${available.map(({ level }) => level).join(', ')}`,
);

it('should have an isolation level to test', () => {
  expect(available).not.toHaveLength(0);
});

for (const level of missing) describeWith(level, `a hostile submission at level ${level.name}`, () => undefined);

/**
 * At the strongest level processes are forked from a warm one, as for a class; at the others they start cold.
 * DESCENT_TEST_WAYS=all tests both at each level.
 */
const ways = available.flatMap((one, index) => {
  const nursery = one.nursery();
  const warm = nursery.status === 'available' ? [{ ...one, way: 'warm', nursery }] : [];
  const cold = { ...one, way: 'cold', nursery: undefined };
  if (process.env.DESCENT_TEST_WAYS === 'all') return [cold, ...warm];
  return index === 0 && warm.length > 0 ? warm : [cold];
});

describeOf('03-losses')('a hostile submission', () => {
  let assignment: Assignment;
  let targets: OpenTargets;
  const longest = { seconds: 0, id: '' };
  beforeAll(async () => {
    assignment = await hostileCourse(root, seed);
    targets = await openTargets();
  });
  afterAll(async () => {
    console.log(`judging took at most ${longest.seconds.toFixed(2)} s of CPU, for ${longest.id}`);
    await targets.close();
  });

  describe.each(ways)('at level $level, $way', ({ level, command, nursery }) => {
    let warm: WarmProcesses | undefined;
    beforeAll(async () => {
      if (nursery === undefined) return;
      warm = new WarmProcesses(nursery);
      expect(await warm.whenOpen).toEqual({ status: 'warm' });
    });
    afterAll(() => warm?.close());

    for (const [group, submissions] of Object.entries({ ...hostileSubmissions, awaiting })) {
      describe(group, () => {
        for (const hostile of submissions) {
          const mustHold = isAtLeast(level, hostile.holdsFrom);
          if (hostile.isHarmful && !mustHold) continue;
          it(`should not ${mustHold ? hostile.tries : `gain points, though it may ${hostile.tries}`} (${hostile.id})`, async () => {
            const trial = await tryHostile(hostile, { assignment, command, warm, targets });
            if (trial.judgingSeconds > longest.seconds)
              Object.assign(longest, { seconds: trial.judgingSeconds, id: hostile.id });
            if (mustHold) {
              const { softmax, crossEntropy } = hostile.verdicts;
              expect({
                softmax: trial.softmax.status,
                crossEntropy: trial.crossEntropy.status,
                escaped: trial.escaped,
              }).toEqual({
                softmax,
                crossEntropy,
                escaped: '',
              });
            }
            // Only correct tensors earn points. An attack that escapes in one case and fails in the next answers that one
            // correctly, which earns the points of checks with only that case.
            for (const { status, points } of [trial.softmax, trial.crossEntropy]) {
              if (status === 'passed') expect(points).toBe(10);
              else if (trial.escaped === '') expect(points).toBe(0);
              else expect(points).toBeLessThan(10);
            }
          });
        }
      });
    }
  });
});
