import { existsSync, realpathSync } from 'node:fs';
import type { ChildImage } from './childImage';
import type { Ingredients, Level } from './level';
import { withLimits } from './limits';
import { nodeCommand, type Places } from './nodeCommand';
import { asOtherUser, isRoot } from './otherUser';
import { filterFile } from './seccomp';

/** Folders of shared libraries, of which those that exist are mounted. */
const libraryFolders = ['/usr/lib', '/usr/lib64', '/lib', '/lib64'];

/** After standard input, output, error and the channel. */
const filterDescriptor = 4;

const inside: Places = {
  node: '/bin/node',
  blob: '/app/child.blob',
  runner: '/app/runBundle.js',
  bundle: '/app/child.js',
};
const koffiInside = '/app/koffi.node';

/**
 * A fully separate environment: no network, no other processes, no user, and no files but Node, its libraries and the
 * image, all read-only. There is no /tmp, /proc, /dev or /etc.
 */
export const bubblewrap: Level = {
  name: 'bubblewrap',
  commands: ({ image, cpuSeconds, koffiFile }: Ingredients, probe) => {
    if (process.platform !== 'linux') return 'only Linux has it';
    if (!existsSync(image.node)) return `${image.node} is not installed`;
    const node = nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined }, inside);
    // A nursery forks, which the filter refuses; each of its children installs a stricter one.
    const filter = koffiFile === undefined ? filterFile(image.folder) : undefined;
    const jailed = [
      'bwrap',
      ...world(image, koffiFile),
      ...(filter === undefined ? [] : ['--seccomp', String(filterDescriptor)]),
      ...node,
    ];
    const limited = (command: readonly string[]): string[] =>
      withFilter(filter, withLimits({ cpuSeconds, koffiFile }, command));
    // No other user can read files in root's own folders; as root, the jail isolates just as well.
    return isRoot() ? [limited(asOtherUser(jailed)), limited(jailed)] : [limited(jailed)];
  },
  nursery: () => ({ namespaces: true, koffiFile: koffiInside }),
  advice: (platform) =>
    platform === 'linux'
      ? "install it with `apt install bubblewrap` (or your system's package `bubblewrap`); where it is installed and refused, allow user " +
        'namespaces: `sysctl kernel.unprivileged_userns_clone=1`, on Ubuntu also `sysctl kernel.apparmor_restrict_unprivileged_userns=0`, ' +
        'in a container start it with `--security-opt seccomp=unconfined`'
      : undefined,
};

function world(image: ChildImage, koffiFile: string | undefined): string[] {
  const own = [
    '--unshare-all',
    '--hostname',
    'localhost',
    '--die-with-parent',
    '--new-session',
    ...(koffiFile === undefined ? ['--clearenv'] : []),
    '--uid',
    '65534',
    '--gid',
    '65534',
    '--cap-drop',
    'ALL',
  ];
  const readable = [
    ...libraryFolders.filter((folder) => existsSync(folder)).map((folder): [string, string] => [folder, folder]),
    [realpathSync(image.node), inside.node],
    ...(image.kind === 'snapshot'
      ? [[image.blob, inside.blob]]
      : [
          [image.runner, inside.runner],
          [image.bundle, inside.bundle],
        ]),
    ...(koffiFile === undefined ? [] : [[realpathSync(koffiFile), koffiInside]]),
  ];
  return [
    ...own,
    ...readable.flatMap(([from = '', to = '']) => ['--ro-bind', from, to]),
    '--remount-ro',
    '/',
    '--chdir',
    '/app',
  ];
}

// bwrap reads the filter from an open descriptor; a shell opens it.
function withFilter(file: string | undefined, command: readonly string[]): string[] {
  return file === undefined ? [...command] : ['/bin/sh', '-c', `exec "$@" ${filterDescriptor}<"$0"`, file, ...command];
}
