import { readFileSync } from 'node:fs';

/** As many as there are process ids, from a range that neither systemd nor a distribution assigns. */
const unusedUids = { first: 0x7000_0000, count: 2 ** 22 };
/** For a container with fewer uids: Debian keeps these free. */
const fewUids = { first: 30_000, count: 30_000 };

/**
 * The uid of a user that owns nothing and is in no group. Each grader process uses a different one, since processes of
 * one user can kill each other.
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
    // No /proc: use the range that every system has.
    return unprivilegedUid(process.pid, '');
  }
}

/** Prevents regaining any capability, whatever program is started. */
const withoutPrivileges = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Drops root first, if present: inside a user namespace root could still read root's files. */
export function asOtherUser(command: readonly string[]): string[] {
  const uid = ownUid();
  const user = [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  return ['setpriv', '--pdeathsig', 'KILL', ...user, '--', ...command];
}

/** The same, permanently: the command can't regain any privilege. */
export function asOtherUserPermanently(command: readonly string[]): string[] {
  const [program = '', ...rest] = asOtherUser(command);
  return [program, ...withoutPrivileges, ...rest];
}

/**
 * Drops the capabilities that a new user namespace brings. Must be started with them, since dropping capabilities takes
 * one.
 */
export function withoutCapabilities(command: readonly string[]): string[] {
  return ['setpriv', ...withoutPrivileges, '--ambient-caps=-all', '--', ...command];
}
