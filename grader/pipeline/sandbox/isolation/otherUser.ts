/** A user that owns nothing and is in no group. */
const stranger = 61_234;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Gives up root's rights first, where there are any: inside a user namespace root would still read root's files. */
export function asStranger(command: readonly string[]): string[] {
  return ['setpriv', '--pdeathsig', 'KILL', `--reuid=${stranger}`, `--regid=${stranger}`, '--clear-groups', '--', ...command];
}
