import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';
import { asStranger, isRoot } from './otherUser';

const namespaces = ['--user', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child'];

/** No network and no other processes, but the machine's files: those are only Node's permission model's to refuse. */
export const unshare: Level = {
  name: 'unshare',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    if (process.platform !== 'linux') return 'only Linux has it';
    const alone = ['unshare', ...namespaces, '--', ...nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined })];
    return [withLimits({ cpuSeconds, koffiFile }, isRoot() ? asStranger(alone) : alone)];
  },
  nursery: (koffiFile) => ({ namespaces: true, koffiFile }),
  advice: (platform) =>
    platform === 'linux'
      ? 'it needs `unshare`, `prlimit` and `setpriv` (package `util-linux`) and user namespaces, as bubblewrap does'
      : undefined,
};
