import type { IsolationLevel } from '../../types';
import type { ChildImage } from './childImage';

/** What a level's command is made from. */
export interface Ingredients {
  readonly image: ChildImage;
  /** Processor seconds after which the operating system ends the process, should the grader fail to. */
  readonly cpuSeconds: number;
  /** The library that forks, if it is for a nursery. */
  readonly koffiFile?: string | undefined;
}

/** One way to start a submission's process. */
export interface Level {
  readonly name: IsolationLevel;
  /**
   * Programs and arguments that start it, the one to be tried first first. With `probe` Node only says its version, so
   * that whatever is missing shows.
   *
   * @returns a reason where this machine can't have it at all
   */
  readonly commands: (ingredients: Ingredients, probe: boolean) => readonly (readonly string[])[] | string;
  /** Whether each process has namespaces of its own here, and where a nursery finds the library that forks. */
  readonly nursery: (koffiFile: string) => { readonly namespaces: boolean; readonly koffiFile: string };
  /** What to do to have it; undefined where nothing can be done. */
  readonly advice: (platform: NodeJS.Platform) => string | undefined;
}
