import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, program, type Tool } from '../../../../testbed/tools';
import { seccompFilter } from './filter';
import { refusedCalls, refusedNumbers } from './refusedCalls';

/** An error number that no call returns otherwise, so that it identifies the filter. */
const unmistakable = 77;
const clone = 56;
const clone3 = 435;
const getpid = 39;
/** CLONE_NEWUSER alone, and with the flags of a thread. */
const newUser = 0x10000000;
const threadFlags = 0x00010f00;

/** Calls system calls by number in a jail with the filter. @returns the error number of each; 0 if it succeeded */
function errorsOf(calls: readonly (readonly number[])[], filter: Buffer): readonly number[] {
  const folder = mkdtempSync(join(tmpdir(), 'seccomp-'));
  try {
    const path = join(folder, 'filter.bpf');
    writeFileSync(path, filter);
    const program = `for my $call (${calls.map((call) => `[${call.join(', ')}]`).join(', ')}) { $! = 0; my $r = syscall($$call[0], $$call[1] // 0, 0, 0, 0, 0); print $r == -1 ? $! + 0 : 0, "\\n"; }`;
    const args = [
      '--unshare-all',
      '--cap-drop',
      'ALL',
      '--die-with-parent',
      '--ro-bind',
      '/',
      '/',
      '--dev',
      '/dev',
      '--seccomp',
      '3',
      'perl',
      '-e',
      program,
    ];
    const descriptor = openSync(path, 'r');
    const { stdout, stderr, status } = spawnSync('bwrap', args, {
      stdio: ['ignore', 'pipe', 'pipe', descriptor],
      encoding: 'utf8',
    });
    closeSync(descriptor);
    if (status !== 0) throw new Error(`the jail ended with ${status}: ${stderr}`);
    return stdout.trim().split('\n').map(Number);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const jail: Tool =
  process.arch === 'x64'
    ? program('bwrap', ['--unshare-all', '--ro-bind', '/', '/', '--dev', '/dev', 'perl', '-e', 'exit 0'])
    : { name: 'x86-64', missing: `calls are tried by their numbers there, and this is ${process.arch}` };

describeWith(jail, 'the filter, in a jail', () => {
  const names = Object.values(refusedCalls).flatMap((group) => Object.entries(group));
  const calls = names.flatMap(([name, { x64 }]) => (x64 === undefined ? [] : [[name, x64] as const]));
  const errors = errorsOf(
    calls.map(([, number]) => [number]),
    seccompFilter('x64', unmistakable),
  );

  it.each(calls.map(([name], index) => [name, errors[index]] as const))('should refuse %s', (_name, error) => {
    expect(error).toBe(unmistakable);
  });

  it('should refuse new processes and namespaces but allow threads', () => {
    const filter = seccompFilter('x64', unmistakable);
    // SIGCHLD is 17. A thread without shared memory is invalid, which only the kernel reports, after the filter: 22.
    const flags = [[clone, 17], [clone, newUser], [clone, newUser | threadFlags], [clone, 0x00010000], [clone3]];
    expect(errorsOf(flags, filter)).toEqual([unmistakable, unmistakable, unmistakable, 22, 38]);
  });

  it('should refuse the second set of numbers and nothing unknown', () => {
    expect(errorsOf([[getpid], [0x40000000 + getpid]], seccompFilter('x64', unmistakable))).toEqual([0, unmistakable]);
  });
});

describe('seccompFilter', () => {
  it('should consist of whole instructions with forward jumps within its length', () => {
    for (const processor of ['x64', 'arm64'] as const) {
      const bytes = seccompFilter(processor);
      const length = bytes.length / 8;
      expect(Number.isInteger(length)).toBe(true);
      // The kernel's maximum.
      expect(length).toBeLessThan(4096);
      for (let index = 0; index < length; index += 1) {
        const isJump = (bytes.readUInt16LE(8 * index) & 7) === 5;
        if (isJump)
          expect(index + 1 + Math.max(bytes[8 * index + 2] ?? 0, bytes[8 * index + 3] ?? 0)).toBeLessThan(length);
      }
      // It ends by allowing everything that was not refused.
      expect(bytes.readUInt32LE(bytes.length - 4)).toBe(0x7fff0000);
    }
  });

  it('should list each number once', () => {
    for (const processor of ['x64', 'arm64'] as const) {
      const numbers = refusedNumbers(processor);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });
});
