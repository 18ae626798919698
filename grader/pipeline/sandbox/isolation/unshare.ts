import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';
import { asOtherUser, isRoot, withoutCapabilities } from './otherUser';

const namespaces = ['--user', '--net', '--ipc', '--uts'];
/**
 * Not for a nursery: its children have their own pid namespaces anyway, and `unshare`, which stays to wait for the
 * process it forked, would keep their channels open after they end.
 */
const ownProcessIds = ['--pid', '--fork', '--kill-child'];
/**
 * Keeps the user mapped inside, without which no further namespaces can be created, and keeps the capabilities needed
 * to drop privileges there.
 */
const forNewerUtilLinux = ['--map-current-user', '--keep-caps'];

/** No network and no other processes, but the machine's files: those are protected only by Node's permission model. */
export const unshare: Level = {
  name: 'unshare',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    if (process.platform !== 'linux') return 'only Linux has it';
    const node = nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined });
    const separate = koffiFile === undefined ? [...namespaces, ...ownProcessIds] : namespaces;
    const commands = [
      ['unshare', ...separate, ...forNewerUtilLinux, '--', ...withoutCapabilities(node)],
      ['unshare', ...separate, '--', ...node],
    ];
    return commands.map((alone) => withLimits({ cpuSeconds, koffiFile }, isRoot() ? asOtherUser(alone) : alone));
  },
  nursery: (koffiFile) => ({ namespaces: true, koffiFile }),
  advice: (platform) =>
    platform === 'linux'
      ? 'it needs `unshare`, `prlimit` and `setpriv` (package `util-linux`) and user namespaces, as bubblewrap does'
      : undefined,
};
