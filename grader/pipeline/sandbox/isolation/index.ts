/** How a submission's process is kept from everything that is not its own; see README.md. */
export {
  availableIsolation,
  chooseIsolation,
  isAtLeast,
  isIsolationLevel,
  type Availability,
  type Isolation,
} from './chooseIsolation';
export type { NurseryChoice } from './chooseNursery';
