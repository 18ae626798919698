/** Debian keeps these numbers free: no one is given one of them. */
const unusedUids = { first: 30_000, count: 30_000 };

/**
 * A user that owns nothing and is in no group. Each grader's process has one of its own, since processes of one user
 * may end each other; the lanes of a class are started one after the other, so that their process ids differ.
 */
export const unprivilegedUid = unusedUids.first + (process.pid % unusedUids.count);

/** No capability ever again, whatever program is started. */
const withoutPrivileges = ['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives up root's rights first, where there are any: inside a user namespace root would still read root's files. */
export function asOtherUser(command: readonly string[]): string[] {
  const user = [`--reuid=${unprivilegedUid}`, `--regid=${unprivilegedUid}`, '--clear-groups'];
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
