import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBundles } from '../../../bundling/bundles';
import { describeWith } from '../../../testbed/tools';
import { lastDescendant } from '../processes/processNumbers';
import { startCold } from '../processes/startCold';
import { Sandbox } from '../Sandbox';
import { bubblewrap } from './bubblewrap';
import type { ChildImage } from './childImage';
import { permissions } from './permissions';
import { permissionsUid } from './permissionsUid';
import { plainProcess } from './plainProcess';
import { unshare } from './unshare';
import { availableIsolation, chooseIsolation, isAtLeast, isIsolationLevel } from '.';
import { isolationLevels, type IsolationLevel } from '../../types';

const root = join(__dirname, '../../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];
const available = availableIsolation(childCommand);
const working = available.flatMap((one) => (one.status === 'available' ? [one] : []));
const missing = available.flatMap((one) =>
  one.status === 'missing' ? [{ name: one.level, missing: one.reason }] : [],
);
const isRoot = process.getuid?.() === 0;

/**
 * What a submission could find when it looks around: code that evaluates to true if it finds it, and the weakest level
 * that prevents it.
 */
const surroundings: Readonly<Record<string, readonly [code: string, holdsFrom: IsolationLevel]>> = {
  "the grader's environment": [
    'Object.keys(process.env).some((name) => /^(HOME|USER|DESCENT|NODE_OPTIONS)/.test(name))',
    'process',
  ],
  'files through fs': ["node('fs').readdirSync('/').length > 0", 'permissions'],
  'a folder to write to': [`(node('fs').mkdtempSync('/tmp/descent-'), true)`, 'permissions'],
  'another program': ["node('child_process').spawnSync('/bin/sh', ['-c', 'exit 3']).status === 3", 'permissions'],
  'the rights of whoever grades': ['process.getuid() === GRADERS_USER', 'permissions-uid'],
  'the grader by its number': ['(process.kill(GRADER, 0), GRADER !== process.pid)', 'permissions-uid'],
  'whoever started it': ['process.ppid > 1', 'unshare'],
};

const code = `
  const node = (name) => process.getBuiltinModule('node:' + name);
  exports.lookAround = (GRADER, GRADERS_USER) => ${JSON.stringify(Object.entries(surroundings).map(([name, [probe]]) => [name, probe]))}
    .filter(([, probe]) => { try { return eval(probe) === true; } catch { return false; } })
    .map(([name]) => name);`;

/** What a submission started by a command finds. */
async function foundWith(command: readonly string[]): Promise<readonly string[]> {
  const sandbox = new Sandbox({ command, secondsPerExercise: 600 });
  try {
    const evaluations = [
      { id: 'one', evaluation: { kind: 'calls', calls: [[process.pid, process.getuid?.() ?? 0]] } },
    ] as const;
    const asked = await sandbox.run(
      code,
      [{ exercise: 'lookAround', banned: [], next: ({ size }) => (size === 0 ? evaluations : []) }],
      () => undefined,
    );
    const answer = asked.status === 'asked' ? asked.answers.get('lookAround') : undefined;
    const outcome = answer?.status === 'answered' ? answer.outcomes.get('one') : undefined;
    if (outcome?.status !== 'returned') throw new Error(JSON.stringify(outcome ?? asked));
    return outcome.values[0] as readonly string[];
  } finally {
    sandbox.close();
  }
}

describe.each(working)('a submission at level $level', ({ level, command }) => {
  it('should find nothing that the level protects', async () => {
    const found = await foundWith(command);
    // Without root the user stays the same; its uid then proves nothing.
    const counted = isRoot ? found : found.filter((name) => name !== 'the rights of whoever grades');
    expect(counted.filter((name) => isAtLeast(level, surroundings[name]?.[1] ?? 'process'))).toEqual([]);
  });
});

describe.each(working.filter(({ level }) => process.platform === 'linux' && level !== 'process'))(
  'a process at level $level',
  ({ command }) => {
    it('should be unable to write to a file or dump its memory', async () => {
      const child = startCold(command);
      try {
        await new Promise((resolve) => child.channel.once('data', resolve));
        const limits = readFileSync(`/proc/${lastDescendant(child.pid ?? 0)}/limits`, 'utf8');
        expect(limits).toMatch(/^Max file size +0 +0 /m);
        expect(limits).toMatch(/^Max core file size +0 +0 /m);
      } finally {
        child.kill();
      }
    });
  },
);

for (const level of missing) describeWith(level, `a submission at level ${level.name}`, () => undefined);

it('should find more at level process, otherwise this test proves nothing', async () => {
  const { command } = chooseIsolation(childCommand, { only: 'process' });
  expect(await foundWith(command)).toEqual(
    expect.arrayContaining(['files through fs', 'another program', 'the grader by its number']),
  );
});

describe.each(
  [bubblewrap, unshare, permissionsUid, permissions, plainProcess].filter((level) =>
    working.some((one) => one.level === level.name),
  ),
)('level $name, where no snapshot can be made', (level) => {
  it('should start from the bundle', async () => {
    const [node = '', runner = '', bundle = ''] = childCommand;
    const image: ChildImage = {
      kind: 'bundle',
      node,
      runner,
      bundle,
      flags: ['--max-old-space-size=256'],
      folder: dirname(bundle),
    };
    const [command] = level.commands({ image, cpuSeconds: 60 }, false);
    expect(await foundWith(command as readonly string[])).toEqual(expect.any(Array));
  });
});

describe('chooseIsolation', () => {
  it('should choose the strongest that works and say why no stronger one does', () => {
    const { level, why } = chooseIsolation(childCommand);
    expect(level).toBe(working[0]?.level);
    expect(why === '').toBe(level === 'bubblewrap');
  });

  it('should choose the requested level', () => {
    for (const { level } of working)
      expect(chooseIsolation(childCommand, { only: level })).toMatchObject({ level, why: '' });
  });

  it('should not choose a level weaker than the minimum', () => {
    expect(() => chooseIsolation(childCommand, { only: 'process', minimum: 'unshare' })).toThrow(
      /isolation level process.*grader doctor/,
    );
  });

  it('should give the reason for each unavailable level', () => {
    expect(available.map(({ level }) => level)).toEqual([...isolationLevels]);
    for (const one of available) if (one.status === 'missing') expect(one.reason).not.toBe('');
    // A program that is not Node starts nothing at any level.
    expect(() => chooseIsolation(['/no/such/node', '', childCommand[2] ?? ''])).toThrow(
      /process: \/no\/such\/node is not installed/,
    );
  });

  it('should order the levels', () => {
    expect(isAtLeast('bubblewrap', 'unshare')).toBe(true);
    expect(isAtLeast('unshare', 'unshare')).toBe(true);
    expect(isAtLeast('permissions', 'permissions-uid')).toBe(false);
    expect(isIsolationLevel('permissions-uid')).toBe(true);
    expect(isIsolationLevel('none')).toBe(false);
  });
});
