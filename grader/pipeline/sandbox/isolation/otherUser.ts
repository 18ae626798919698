import { readFileSync } from 'node:fs';

/** As many as there are process ids, of those that neither systemd nor a distribution gives anyone. */
const unusedUids = { first: 0x7000_0000, count: 2 ** 22 };
/** For a container that has fewer: Debian keeps these free. */
const fewUids = { first: 30_000, count: 30_000 };

/**
 * A user that owns nothing and is in no group. Each grader's process has one of its own, since processes of one user
 * may end each other.
 *
 * @param pid - of the grader
 * @param uidMap - lines of /proc/self/uid_map: first number inside, first outside, count
 */
export function unprivilegedUid(pid: number, uidMap: string): number {
  const hasAll = uidMap.split('\n').some((line) => {
    const [first = Infinity, , count = 0] = line.trim().split(/\s+/).map(Number);
    return first <= unusedUids.first && first + count >= unusedUids.first + unusedUids.count;
  });
  const { first, count } = hasAll ? unusedUids : fewUids;
  return first + (pid % count);
}

function ownUid(): number {
  try {
    return unprivilegedUid(process.pid, readFileSync('/proc/self/uid_map', 'utf8'));
  } catch {
    // No /proc: what every system has will do.
    return unprivilegedUid(process.pid, '');
  }
}

/** No capability ever again, whatever program is started. */
const withoutPrivileges = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives up root's rights first, where there are any: inside a user namespace root would still read root's files. */
export function asOtherUser(command: readonly string[]): string[] {
  const uid = ownUid();
  const user = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  return ['setpriv', '--pdeathsig', 'KILL', ...user, '--', ...command];
}

/** The same, and for good: what a program is started with stays all that it has. */
export function asOtherUserForGood(command: readonly string[]): string[] {
  const [program = '', ...rest] = asOtherUser(command);
  return [program, ...withoutPrivileges, ...rest];
}

/**
 * Gives up what a new user namespace brings. To be started with its capabilities, since it takes one to give up others.
 */
export function withoutCapabilities(command: readonly string[]): string[] {
  return ['setpriv', ...withoutPrivileges, '--ambient-caps=-all', '--', ...command];
}
