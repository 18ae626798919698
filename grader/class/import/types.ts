export const platforms = ['canvas', 'moodle', 'gradescope', 'github', 'pattern'] as const;
export type Platform = (typeof platforms)[number];

/** Somebody as a platform names them. */
export interface Person {
  readonly name: string;
  /** What the platform holds to be the id in the institution's records. */
  readonly id?: string | undefined;
  readonly email?: string | undefined;
  /** The platform's own number of the person, which may or may not be the roster's id. */
  readonly number?: string | undefined;
  /** Name of a clone's folder, which ends with the user name. */
  readonly clone?: string | undefined;
}

/** One file of a hand-in. */
export interface DeliveredFile {
  /** Where it lies in the download. */
  readonly from: string;
  /** Its path as the student had it. */
  readonly path: string;
  /** Of two that could be the same file, the one with the higher number is newer. */
  readonly order: number;
}

/** What one person, or those who work together, handed in. */
export interface Delivery {
  /** How the download calls it. */
  readonly label: string;
  readonly people: readonly Person[];
  readonly files: readonly DeliveredFile[];
  /** When, if the platform says so. */
  readonly submittedAt: Date | undefined;
  /** The platform marked it as late, without saying when it came. */
  readonly isLate: boolean;
}

/** A download, sorted. */
export interface Sorted {
  readonly deliveries: readonly Delivery[];
  /** Files that are no one's, and why. */
  readonly unplaced: readonly { readonly file: string; readonly reason: string }[];
}
