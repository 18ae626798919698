import type { IsolationLevel } from '../../types';
import type { ChildImage } from './childImage';

/** The inputs of a level's command. */
export interface Ingredients {
  readonly image: ChildImage;
  /** Processor seconds after which the operating system kills the process, in case the grader fails to. */
  readonly cpuSeconds: number;
  /** The library that forks, for a nursery. */
  readonly koffiFile?: string | undefined;
}

/** One method of starting a submission's process. */
export interface Level {
  readonly name: IsolationLevel;
  /**
   * Commands that start it, in the order in which to try them. With `probe`, Node only prints its version, which shows
   * whether anything is missing.
   *
   * @returns a reason if this machine can't support the level at all
   */
  readonly commands: (ingredients: Ingredients, probe: boolean) => readonly (readonly string[])[] | string;
  /** Whether each process gets its own namespaces, and where a nursery finds the library that forks. */
  readonly nursery: (koffiFile: string) => { readonly namespaces: boolean; readonly koffiFile: string };
  /** How to make it available; undefined if nothing can be done. */
  readonly advice: (platform: NodeJS.Platform) => string | undefined;
}
