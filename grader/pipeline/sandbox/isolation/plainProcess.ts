import type { Level } from './level';
import { nodeCommand } from './nodeCommand';

/** A separate process with the rights of the user who grades. */
export const plainProcess: Level = {
  name: 'process',
  commands: ({ image, koffiFile }, probe) => [
    nodeCommand(image, { permissions: false, probe, nursery: koffiFile !== undefined }),
  ],
  nursery: (koffiFile) => ({ namespaces: false, koffiFile }),
  advice: () => undefined,
};
