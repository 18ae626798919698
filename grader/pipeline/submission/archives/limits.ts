/**
 * What an archive may ask of us. Beyond the bounds for one file that file is passed over, beyond all others the whole
 * archive is refused.
 */
export interface ArchiveLimits {
  /** Entries, wanted or not. */
  readonly entries: number;
  /** Files that are written. */
  readonly files: number;
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of all files that are written. */
  readonly totalBytes: number;
  /** Bytes that a `.tar.gz`, which can't be read in part, may have once decompressed. */
  readonly inflatedBytes: number;
}

/**
 * For one submission. A few kilobytes would do; many hand in their whole working copy, `node_modules` and all,
 * which has some 20,000 entries and 400 MB: those are only counted, and none is written.
 */
export const submissionLimits: ArchiveLimits = {
  entries: 100_000,
  files: 5_000,
  fileBytes: 1_000_000,
  totalBytes: 20_000_000,
  inflatedBytes: 1_000_000_000,
};

/**
 * Gzip can shrink a thousandfold. Source code shrinks about fivefold, so what is small on disk and shrinks far more is
 * made to fill disks.
 */
export const maxInflation = 200;

/**
 * Below this many bytes no one minds how far it was shrunk: an image or table of zeros may well be in a working copy.
 */
export const harmlessBytes = 50_000_000;
