import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';
import { asOtherUserPermanently, isRoot } from './otherUser';

/**
 * Node's permission model, as a user that owns nothing: what the model leaves open is still protected by file and
 * process ownership.
 */
export const permissionsUid: Level = {
  name: 'permissions-uid',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    if (process.platform !== 'linux') return 'only Linux has it';
    if (!isRoot()) return 'only root can start a process as another user';
    return [
      withLimits(
        { cpuSeconds, koffiFile },
        asOtherUserPermanently(nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined })),
      ),
    ];
  },
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
