import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBundles } from '../../../bundling/bundles';
import { TensorValue } from '../../../execution/values';
import { until } from '../../../testbed/tools';
import { levelsToTry } from '../isolation/testing/levelsToTry';
import { encodeRequest, limitsOfAnswer } from '../protocol';
import type { NurseryChoice } from '../isolation/chooseNursery';
import { Sandbox } from '../Sandbox';
import { SubmissionProcess, type Asked } from '../SubmissionProcess';
import type { NurseryCommand } from './Nursery';
import { startCold } from './startCold';
import { outcomesIn } from './testing/behaviours';
import { openWarm, tryWarm, WarmProcesses } from './WarmProcesses';

const root = join(__dirname, '../../../..');
const childCommand = [process.execPath, join(root, 'grader', 'bundling', 'runBundle.js'), ensureBundles(root).child];

interface Way {
  readonly level: string;
  readonly command: readonly string[];
  readonly nursery: NurseryCommand;
}

/** The levels at which processes can be forked. */
const ways = levelsToTry(childCommand).flatMap((one): readonly Way[] => {
  if (one.status === 'missing') return [];
  const nursery = one.nursery();
  return nursery.status === 'available' ? [{ ...one, nursery }] : [];
});

/** What one function returns, in its own process. */
async function ask(warm: WarmProcesses, body: string): Promise<unknown> {
  const forked = warm.fork();
  if (forked === undefined) throw new Error('there is nothing to fork');
  const child = new SubmissionProcess(forked);
  try {
    await child.ask({ kind: 'load', file: `exports.f = () => { ${body} };`, banned: {} }, 600);
    const answer = await child.ask(
      { kind: 'evaluate', exercise: 'f', evaluation: { kind: 'calls', calls: [[]] } },
      600,
    );
    if (answer.status !== 'outcome') return answer;
    return answer.outcome.status === 'returned' ? answer.outcome.values[0] : answer.outcome;
  } finally {
    child.stop();
  }
}

describe.each(ways)('a process forked at level $level', ({ command, nursery }) => {
  let warm: WarmProcesses;
  beforeAll(async () => {
    warm = new WarmProcesses(nursery, { warmUp: false });
    expect(await warm.whenOpen).toEqual({ status: 'warm' });
  });
  afterAll(() => warm.close());

  it('should behave like one that starts cold', async () => {
    const [cold, forked] = await Promise.all([
      outcomesIn(new Sandbox({ command, secondsPerExercise: 600 })),
      outcomesIn(new Sandbox({ command, warm, secondsPerExercise: 600 })),
    ]);
    const withoutStack = (text: unknown): unknown =>
      // At level unshare a cold process is the first of its namespace, which an abort does not end: it crashes instead.
      JSON.parse(JSON.stringify(text).replaceAll('SIGSEGV', 'SIGABRT'), (key, value: unknown) =>
        key === 'stack' ? undefined : value,
      );
    expect(withoutStack(forked)).toEqual(withoutStack(cold));
  });

  it('should not block the grader while both write a lot', async () => {
    const child = new SubmissionProcess(warm.fork() ?? startCold(command));
    await child.ask({ kind: 'load', file: 'exports.f = (x) => x.mul(2);', banned: {} }, 600);
    const large = new TensorValue([100_000], 'float32', new Float64Array(100_000).fill(1));
    const question = { kind: 'evaluate', exercise: 'f', evaluation: { kind: 'calls', calls: [[large]] } } as const;
    const request = { frame: encodeRequest(question), limits: limitsOfAnswer(question), maxCost: Infinity };
    const answers = await child.askAll(Array<Asked>(8).fill(request), 600);
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill('outcome'));
    child.stop();
  });

  it('should know nothing of the process before it and not repeat its random numbers', async () => {
    const body = 'const seen = globalThis.seen; globalThis.seen = 1; return [seen, Math.random()];';
    const [[first, one], [second, other]] = (await Promise.all([ask(warm, body), ask(warm, body)])) as [
      unknown[],
      unknown[],
    ];
    expect([first, second]).toEqual([undefined, undefined]);
    expect(one).not.toBe(other);
  });

  it("should not be charged for its nursery's computations", async () => {
    const forked = warm.fork();
    const child = new SubmissionProcess(forked ?? startCold(command));
    await child.ask({ kind: 'load', file: '', banned: {} }, 600);
    // Its number comes on the nursery's channel, its answer on its own.
    await until(() => forked?.pid !== undefined);
    // By then a process started for it has used more time than one forked in a few milliseconds.
    expect(child.cpuSeconds).toBeLessThan(0.3);
    child.stop();
  });

  it('should have no privileges, and its own namespaces if its level has them', async () => {
    const forked = warm.fork();
    const child = new SubmissionProcess(forked ?? startCold(command));
    await child.ask({ kind: 'load', file: '', banned: {} }, 600);
    const status = readFileSync(`/proc/${forked?.pid}/status`, 'utf8');
    const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
    const none = '0'.repeat(16);
    expect(['CapInh', 'CapPrm', 'CapEff', 'CapAmb', 'NoNewPrivs', 'Seccomp'].map(field)).toEqual([
      ...Array<string>(4).fill(none),
      '1',
      '2',
    ]);
    // A process that may not drop a capability from the set has none to begin with.
    if (nursery.namespaces || process.getuid?.() === 0) expect(field('CapBnd')).toBe(none);
    const spaceOf = (pid: string, kind: string): string => readlinkSync(`/proc/${pid}/ns/${kind}`);
    const kinds = ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'];
    const shared = kinds.filter((kind) => spaceOf(String(forked?.pid), kind) === spaceOf(field('PPid'), kind));
    expect(shared).toEqual(nursery.namespaces ? [] : kinds);
    child.stop();
  });

  it('should not be able to reach the library that forked it', async () => {
    const body = `
      const found = [];
      Error.prepareStackTrace = (error, sites) => sites;
      for (const site of new Error().stack) {
        const [self, called] = [site.getThis(), site.getFunction()];
        if (self !== undefined && self !== globalThis) found.push('this of ' + site.getFunctionName());
        try {
          for (const given of called?.arguments ?? []) for (const name of Object.keys(given ?? {})) if (/^kernel$|koffi/i.test(name)) found.push(name);
        } catch {}
      }
      for (const name of ['module', 'v8', 'worker_threads', 'child_process', 'net', 'inspector', 'process']) {
        try { if (process.getBuiltinModule(name) !== undefined) found.push(name); } catch {}
      }
      for (const call of [() => process.dlopen({ exports: {} }, '/app/koffi.node'), () => process.binding('fs'), () => process.kill(1, 0)]) {
        try { call(); found.push(String(call)); } catch {}
      }
      return found.join();`;
    expect(await ask(warm, body)).toBe('');
  });

  it('should be killed by the kernel at a system call that is not on its list', async () => {
    expect(await ask(warm, 'crypto.subtle.digest("SHA-1", new Uint8Array(1)); return 1;')).toEqual({
      status: 'crashed',
      detail: 'the process was ended by SIGSYS',
    });
  });
});

describe('WarmProcesses', () => {
  const [strongest] = ways;
  const missing: NurseryCommand = {
    command: [process.execPath, '-e', 'console.error("no such level"); process.exit(1)'],
    koffiFile: '',
    namespaces: false,
  };

  it('should say why no process can be forked and let the caller start a cold one', async () => {
    const warm = new WarmProcesses(missing);
    expect(await warm.whenOpen).toEqual({ status: 'failed', reason: 'no such level' });
    expect(warm.fork()).toBeUndefined();
    warm.close();
  });

  it('should not be available if it is switched off', async () => {
    const choice: NurseryChoice = { status: 'unavailable', reason: 'DESCENT_WARM is 0' };
    expect(openWarm(choice)).toBeUndefined();
    expect(await tryWarm(choice)).toEqual({ status: 'failed', reason: 'DESCENT_WARM is 0' });
  });

  (strongest === undefined ? it.skip : it)('should fork more processes than slots are ready', async () => {
    if (strongest === undefined) return;
    const warm = new WarmProcesses(strongest.nursery, { warmUp: false });
    await warm.whenOpen;
    for (let index = 0; index < 20; index += 1) expect(await ask(warm, 'return 1;')).toBe(1);
    const forked = warm.fork();
    forked?.kill();
    expect(await new Promise((resolve) => forked?.onEnd(resolve))).toEqual({ status: 'killed', signal: 'SIGKILL' });
    forked?.channel.destroy();
    warm.close();
  });

  (strongest === undefined ? it.skip : it)('should reuse the same memory however long it has waited', async () => {
    if (strongest === undefined) return;
    const warm = new WarmProcesses(strongest.nursery);
    await warm.whenOpen;
    const [megabytes, pagesOfMegabyte] = [10, 256];
    // V8 rates less than 1 MB/s, averaged over its last ten collections, as a low allocation rate.
    await new Promise((resolve) => setTimeout(resolve, 1.5 * megabytes * 1_000));
    const body = `
      const before = process.resourceUsage().minorPageFault;
      for (let made = 0; made < ${megabytes} * 2 ** 20; made += 512) new Array(62).fill(made);
      return process.resourceUsage().minorPageFault - before;`;
    expect(await ask(warm, body)).toBeLessThan((megabytes * pagesOfMegabyte) / 2);
    warm.close();
  });

  (strongest === undefined ? it.skip : it)('should replace a nursery that has ended', async () => {
    if (strongest === undefined) return;
    const warm = new WarmProcesses(strongest.nursery, { warmUp: false });
    await warm.whenOpen;
    const forked = warm.fork();
    while (forked?.pid === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    // Its parent, in the grader's pid namespace.
    const stat = readFileSync(`/proc/${forked.pid}/stat`, 'utf8');
    process.kill(Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]), 'SIGKILL');
    expect(await new Promise((resolve) => forked.onEnd(resolve))).toMatchObject({ status: 'lost' });
    while (warm.fork() === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    warm.close();
  });

  (strongest === undefined ? it.skip : it)('should report a process whose nursery has ended', async () => {
    if (strongest === undefined) return;
    const warm = new WarmProcesses(strongest.nursery, { warmUp: false });
    await warm.whenOpen;
    const forked = warm.fork();
    const ended = new Promise((resolve) => forked?.onEnd(resolve));
    warm.close();
    expect(await ended).toEqual({ status: 'lost', reason: 'what it was forked from is gone: it was closed' });
  });
});
