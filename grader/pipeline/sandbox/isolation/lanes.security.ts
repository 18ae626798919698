/**
 * Two submissions graded at the same time, in separate lanes: neither notices the other. Signal 0 checks permission to
 * signal without doing harm.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ensureBundles } from '../../../bundling/bundles';
import { describeWith } from '../../../testbed/tools';
import { lastDescendant } from '../processes/processNumbers';
import type { RunningProcess } from '../processes/RunningProcess';
import { startCold } from '../processes/startCold';
import { WarmProcesses } from '../processes/WarmProcesses';
import { Sandbox, type SandboxOptions } from '../Sandbox';
import type { IsolationLevel } from '../../types';
import type { Availability } from '.';

const root = join(__dirname, '../../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const ownPid = process.pid;

/** The levels of this machine, as another grader process would have them. */
function levelsOf(pid: number): readonly Availability[] {
  let levels: readonly Availability[] = [];
  Object.defineProperty(process, 'pid', { value: pid });
  try {
    jest.isolateModules(() => {
      const isolation = jest.requireActual<{ availableIsolation: (command: readonly string[]) => typeof levels }>('.');
      levels = isolation.availableIsolation(childCommand);
    });
  } finally {
    Object.defineProperty(process, 'pid', { value: ownPid });
  }
  return levels;
}

const attackers = levelsOf(ownPid);
const victims = levelsOf(ownPid + 1);
const lanes = attackers.flatMap((attacker) => {
  const victim = victims.find(({ level }) => level === attacker.level);
  return attacker.status === 'available' && victim?.status === 'available' ? [{ attacker, victim, ...attacker }] : [];
});
const separate: readonly IsolationLevel[] = ['bubblewrap', 'unshare', 'permissions-uid'];
const walled = lanes.filter(({ level }) => separate.includes(level));
for (const one of attackers)
  if (one.status === 'missing')
    describeWith({ name: one.level, missing: one.reason }, `lanes at level ${one.level}`, () => undefined);

/** What a submission might do to process `VICTIM`. */
const attacks: Readonly<Record<string, string>> = {
  'signal it': 'process.kill(VICTIM, 0)',
  'signal its group': 'process.kill(-VICTIM, 0)',
  'see it': "node('fs').statSync('/proc/' + VICTIM).isDirectory()",
  'read its memory': "node('fs').openSync('/proc/' + VICTIM + '/mem', 'r') > 0",
  'open its debugger': 'process._debugProcess(VICTIM) === undefined',
};
const code = `
  const node = (name) => process.getBuiltinModule('node:' + name);
  exports.attack = (VICTIM) => ${JSON.stringify(Object.entries(attacks))}
    .filter(([, body]) => { try { return eval(body); } catch { return false; } })
    .map(([name]) => name);
  exports.compute = () => { let sum = 0; for (let i = 0; i < 1e7; i += 1) sum += i; return sum; };
  exports.spin = () => { for (;;); };`;

async function ask(options: SandboxOptions, exercise: string, inputs: readonly number[]): Promise<unknown> {
  const sandbox = new Sandbox(options);
  try {
    const evaluations = [{ id: 'one', evaluation: { kind: 'calls', calls: [inputs] } }] as const;
    const next = ({ size }: { readonly size: number }): typeof evaluations | [] => (size === 0 ? evaluations : []);
    const asked = await sandbox.run(code, [{ exercise, banned: [], next }], () => undefined);
    const answer = asked.status === 'asked' ? asked.answers.get(exercise) : undefined;
    const outcome = answer?.status === 'answered' ? answer.outcomes.get('one') : undefined;
    return outcome?.status === 'returned' ? outcome.values[0] : outcome;
  } finally {
    sandbox.close();
  }
}

/** A process's own pid once it is ready, not that of isolation's wrappers. */
async function numberOf(victim: RunningProcess): Promise<number> {
  await new Promise((resolve) => victim.channel.once('data', resolve));
  while (victim.pid === undefined) await setTimeout(5);
  return lastDescendant(victim.pid);
}

const none = { CapInh: 0, CapPrm: 0, CapEff: 0, CapBnd: 0, CapAmb: 0, NoNewPrivs: 1 };

/** As reported by the kernel. */
function privilegesOf(pid: number): Record<string, number> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Object.fromEntries(
    Object.keys(none).map((name) => [
      name,
      Number.parseInt(new RegExp(`^${name}:\\s*([0-9a-f]+)$`, 'm').exec(status)?.[1] ?? '', 16),
    ]),
  );
}

interface Attack {
  /** What the attacker could do. */
  readonly found: unknown;
  /** What the victim has. */
  readonly privileges: Record<string, number>;
  /** Whether the victim ended: without isolation, the signal that opens a debugger can end it. */
  readonly hasEnded: boolean;
}

async function attack(options: SandboxOptions, victim: RunningProcess): Promise<Attack> {
  let hasEnded = false;
  victim.onEnd(() => (hasEnded = true));
  try {
    const pid = await numberOf(victim);
    const privileges = privilegesOf(pid);
    const found = await ask(options, 'attack', [pid]);
    return { found, privileges, hasEnded };
  } finally {
    victim.kill();
  }
}

describe.each(walled)('a submission at level $level', ({ attacker, victim }) => {
  it('should neither see nor signal one in another lane, nor gain privileges', async () => {
    expect(await attack({ command: attacker.command, secondsPerExercise: 60 }, startCold(victim.command))).toEqual({
      found: [],
      privileges: none,
      hasEnded: false,
    });
  });

  it('should isolate them just as well if both are forked from warm processes', async () => {
    const nurseries = [attacker.nursery(), victim.nursery()].map((choice) =>
      choice.status === 'available' ? new WarmProcesses(choice, { warmUp: false }) : undefined,
    );
    const [own, other] = nurseries;
    try {
      // Levels without warm processes start cold, as above.
      for (const one of nurseries) await one?.whenOpen;
      const process = other?.fork();
      if (process === undefined) return;
      expect(await attack({ command: attacker.command, warm: own, secondsPerExercise: 60 }, process)).toEqual({
        found: [],
        privileges: none,
        hasEnded: false,
      });
    } finally {
      for (const one of nurseries) one?.close();
    }
  });

  it('should not slow the machine so much that another submission times out', async () => {
    // Three endless ones next to one that computes a little: more than most course machines have lanes.
    const options = { command: attacker.command, secondsPerExercise: 1 };
    const spinning = [1, 2, 3].map(() => ask({ ...options, secondsPerExercise: 2 }, 'spin', []));
    expect(await ask(options, 'compute', [])).toBe(49_999_995_000_000);
    for (const end of await Promise.all(spinning)) expect(end).toMatchObject({ status: 'timeout' });
  });
});

// Otherwise the attacks above would prove nothing.
describe.each(lanes.filter(({ level }) => level === 'process'))(
  'a submission at level $level',
  ({ attacker, victim }) => {
    it('should see and signal others, which is why classes are not graded at it by default', async () => {
      const { found } = await attack({ command: attacker.command, secondsPerExercise: 60 }, startCold(victim.command));
      expect(found).toEqual(expect.arrayContaining(['signal it', 'signal its group', 'see it']));
    });
  },
);
