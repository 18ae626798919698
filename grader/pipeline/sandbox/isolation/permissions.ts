import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';

/** Node's permission model alone: for people who are trusted. See README.md for what it leaves open. */
export const permissions: Level = {
  name: 'permissions',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    const node = nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined });
    // Limits prevent files written by V8 and Node themselves, which the permission model does not cover.
    return process.platform === 'linux' ? [withLimits({ cpuSeconds, koffiFile }, node), node] : [node];
  },
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
