import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, itWith, program, type Tool } from '../../../../testbed/tools';
import { ownPidPlaceholder } from './allowList.generated';
import { openAllowList } from './allowList';

const notPermitted = 1;
/** How the kernel ends a process that makes a call not on the list. */
const ended = 'SIGSYS';
const someoneElse = 2;
const signals = { abort: 6, kill: 9, child: 17 };
const secondNumbers = 0x40000000;

/** Installs the filter in a separate process, which then makes one call and exits with the call's error number. */
function endOf(call: number, args: readonly (number | 'own pid')[] = []): string | number | null {
  const perl = `
    my ($hex, $call, @args) = @ARGV;
    my $filter = pack('H*', $hex);
    substr($filter, $_ * 8 + 4, 4) = pack('L', $$) for grep { unpack('L', substr($filter, $_ * 8 + 4, 4)) == ${ownPidPlaceholder} } 0 .. length($filter) / 8 - 1;
    my $header = pack('Sx6P', length($filter) / 8, $filter);
    my ($prctl, $noNewPrivileges, $seccomp, $filterMode, $exit) = (157, 38, 22, 2, 231);
    @args = map { $_ eq 'own' ? $$ : $_ + 0 } @args;
    syscall($prctl, $noNewPrivileges, 1, 0, 0, 0);
    syscall($prctl, $seccomp, $filterMode, $header, 0, 0) == 0 or die $!;
    $! = 0;
    my $result = syscall($call + 0, map { $args[$_] // 0 } 0 .. 4);
    syscall($exit, $result == -1 ? $! + 0 : 0);`;
  const filter = Buffer.from(openAllowList('x64').forProcess(ownPidPlaceholder)).toString('hex');
  const words = args.map((one) => (one === 'own pid' ? 'own' : String(one)));
  const { status, signal, stderr } = spawnSync('perl', ['-e', perl, filter, String(call), ...words], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return signal ?? status;
}

const perl: Tool =
  process.arch === 'x64' ? program('perl') : { name: 'perl', missing: 'its calls are numbered for x86-64' };

describeWith(perl, 'a process behind the allow-list', () => {
  it.each([
    ['socket', 41],
    ['connect', 42],
    ['bind', 49],
    ['open', 2],
    ['openat', 257],
    ['execve', 59],
    ['execveat', 322],
    ['fork', 57],
    ['vfork', 58],
    ['clone3', 435],
    ['ptrace', 101],
    ['process_vm_readv', 310],
    ['unshare', 272],
    ['setns', 308],
    ['mount', 165],
    ['io_uring_setup', 425],
    ['bpf', 321],
    ['seccomp', 317],
    ['setuid', 105],
    ['unlink', 87],
    ['memfd_create', 319],
    ['epoll_create1', 291],
    ['getpid by its second number', secondNumbers + 39],
  ])('should be killed at %s', (_name, call) => {
    expect(endOf(call)).toBe(ended);
  });

  it('should be killed at clone, for a process and for a thread', () => {
    expect(endOf(56, [signals.child])).toBe(ended);
    expect(endOf(56, [0x00010f00])).toBe(ended);
  });

  it('should be killed at sending any signal except its own abort', () => {
    const [kill, tgkill] = [62, 234];
    expect(endOf(kill, [someoneElse, 0])).toBe(ended);
    expect(endOf(kill, ['own pid', signals.kill])).toBe(ended);
    expect(endOf(tgkill, [someoneElse, someoneElse, signals.abort])).toBe(ended);
    expect(endOf(tgkill, ['own pid', 'own pid', signals.kill])).toBe(ended);
    expect(endOf(tgkill, ['own pid', 'own pid', signals.abort])).toBe('SIGABRT');
  });

  it('should be refused what harmless code asks for and allowed what it needs', () => {
    const [getcwd, uname, fstat, getpid, schedYield] = [79, 63, 5, 39, 24];
    for (const call of [getcwd, uname, fstat]) expect(endOf(call)).toBe(notPermitted);
    for (const call of [getpid, schedYield]) expect(endOf(call)).toBe(0);
  });
});

describe('openAllowList', () => {
  it.each(['x64', 'arm64'])('should contain the process id in one place and end with a refusal, on %s', (processor) => {
    const pid = 0x12345;
    const instructions = Buffer.from(openAllowList(processor).forProcess(pid));
    expect(instructions.length % 8).toBe(0);
    const constants = Array.from({ length: instructions.length / 8 }, (_, index) =>
      instructions.readUInt32LE(8 * index + 4),
    );
    expect(constants.filter((constant) => constant === pid)).toHaveLength(1);
    expect(constants).not.toContain(ownPidPlaceholder);
    // SECCOMP_RET_KILL_PROCESS
    expect(constants.at(-1)).toBe(0x80000000);
  });

  it('should serve one process after another', () => {
    const list = openAllowList('x64');
    const first = Buffer.from(list.forProcess(5));
    list.forProcess(6);
    expect(Buffer.from(list.forProcess(5))).toEqual(first);
  });

  it('should refuse an unknown processor', () => {
    expect(() => openAllowList('s390x')).toThrow('no list of system calls for s390x');
  });
});

const libseccomp = program('python3-seccomp', ['-c', 'import seccomp'], '/usr/bin/python3');

itWith(libseccomp, 'should match what its script writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'allow-list-'));
  try {
    copyFileSync(join(__dirname, 'exportAllowList.py'), join(folder, 'exportAllowList.py'));
    spawnSync('/usr/bin/python3', ['exportAllowList.py'], { cwd: folder });
    const name = 'allowList.generated.ts';
    expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(__dirname, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
