/** Isolates a submission's process from everything else; see README.md. */
export {
  availableIsolation,
  chooseIsolation,
  isAtLeast,
  isIsolationLevel,
  type Availability,
  type Isolation,
} from './chooseIsolation';
export type { NurseryChoice } from './chooseNursery';
