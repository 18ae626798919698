export const platforms = ['canvas', 'moodle', 'gradescope', 'github', 'pattern'] as const;
export type Platform = (typeof platforms)[number];

/** A person, as a platform names them. */
export interface Person {
  readonly name: string;
  /** The institution's id, according to the platform. */
  readonly id?: string | undefined;
  readonly email?: string | undefined;
  /** The platform's number, which can be the roster's id. */
  readonly number?: string | undefined;
  /** Name of a clone's folder, which ends with the user name. */
  readonly clone?: string | undefined;
}

/** A file of a submission. */
export interface DeliveredFile {
  /** Its path in the download. */
  readonly from: string;
  /** The student's path. */
  readonly path: string;
  /** Of two files for one path, the one with the higher number is newer. */
  readonly order: number;
}

/** A submission in a download, of one person or several. */
export interface Delivery {
  /** Its name in the download. */
  readonly label: string;
  readonly people: readonly Person[];
  readonly files: readonly DeliveredFile[];
  /** undefined if the platform doesn't provide it. */
  readonly submittedAt: Date | undefined;
  /** Whether the platform marked it as late without a time. */
  readonly isLate: boolean;
}

/** The files of a download, by submission. */
export interface Sorted {
  readonly deliveries: readonly Delivery[];
  /** Files that belong to no submission, and why. */
  readonly unplaced: readonly { readonly file: string; readonly reason: string }[];
}
