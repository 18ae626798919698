import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';
import { asOtherUser, isRoot, withoutCapabilities } from './otherUser';

const namespaces = ['--user', '--net', '--ipc', '--uts'];
/**
 * Not for a nursery: its children have process ids of their own all the same, and `unshare`, which stays to wait for
 * what it forks, would keep their channels open when they have ended.
 */
const ownProcessIds = ['--pid', '--fork', '--kill-child'];
/**
 * Its own user stays known inside, without which it could make no namespaces for others; and privileges can be given up
 * in there.
 */
const forNewerUtilLinux = ['--map-current-user', '--keep-caps'];

/** No network and no other processes, but the machine's files: those are only Node's permission model's to refuse. */
export const unshare: Level = {
  name: 'unshare',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    if (process.platform !== 'linux') return 'only Linux has it';
    const node = nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined });
    const separate = koffiFile === undefined ? [...namespaces, ...ownProcessIds] : namespaces;
    const ways = [
      ['unshare', ...separate, ...forNewerUtilLinux, '--', ...withoutCapabilities(node)],
      ['unshare', ...separate, '--', ...node],
    ];
    return ways.map((alone) => withLimits({ cpuSeconds, koffiFile }, isRoot() ? asOtherUser(alone) : alone));
  },
  nursery: (koffiFile) => ({ namespaces: true, koffiFile }),
  advice: (platform) =>
    platform === 'linux'
      ? 'it needs `unshare`, `prlimit` and `setpriv` (package `util-linux`) and user namespaces, as bubblewrap does'
      : undefined,
};
