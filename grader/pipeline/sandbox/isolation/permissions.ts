import type { Level } from './level';
import { withLimits } from './limits';
import { nodeCommand } from './nodeCommand';

/** Node's permission model alone: for people who are trusted. See README.md for what is open in it. */
export const permissions: Level = {
  name: 'permissions',
  commands: ({ image, cpuSeconds, koffiFile }, probe) => {
    const node = nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined });
    // Limits keep V8's and Node's own files out, which the permission model does not know of.
    return process.platform === 'linux' ? [withLimits({ cpuSeconds, koffiFile }, node), node] : [node];
  },
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
