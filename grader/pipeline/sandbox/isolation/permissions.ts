import type { Level } from './level';
import { nodeCommand } from './nodeCommand';

/** Node's permission model alone: for people who are trusted. See README.md for what is open in it. */
export const permissions: Level = {
  name: 'permissions',
  commands: ({ image, koffiFile }, probe) => [
    nodeCommand(image, { permissions: true, probe, nursery: koffiFile !== undefined }),
  ],
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
