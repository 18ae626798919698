import type { Level } from './level';
import { nodeCommand } from './nodeCommand';

/** A process of its own, with the rights of whoever grades. */
export const plainProcess: Level = {
  name: 'process',
  commands: ({ image, koffiFile }, probe) => [
    nodeCommand(image, { permissions: false, probe, nursery: koffiFile !== undefined }),
  ],
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
