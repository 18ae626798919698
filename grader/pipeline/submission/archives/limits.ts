/**
 * Limits of an archive. A file beyond the limit for one file is skipped; beyond any other limit, the whole archive is
 * refused.
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
  /** Decompressed bytes of a `.tar.gz`, which can't be read in part. */
  readonly inflatedBytes: number;
}

/**
 * For one submission. A few kilobytes are enough; but many students hand in their whole working copy including
 * `node_modules`, about 20,000 entries and 400 MB: those are counted but not written.
 */
export const submissionLimits: ArchiveLimits = {
  entries: 100_000,
  files: 5_000,
  fileBytes: 1_000_000,
  totalBytes: 20_000_000,
  inflatedBytes: 1_000_000_000,
};

/**
 * Gzip can compress a thousandfold. Source code compresses about fivefold; a small file that expands far more is meant
 * to fill disks.
 */
export const maxInflation = 200;

/** Below this size any compression ratio is accepted: a working copy can contain an image or table of zeros. */
export const harmlessBytes = 50_000_000;
