/** One thing in an archive. What it says of itself is claims, not facts. */
export interface ArchiveEntry {
  /** As the archive has it, with `/` between folders; may lead anywhere. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** How many bytes it claims to have. */
  readonly bytes: number;
  /** Why its content can't be had; undefined if it can. */
  readonly locked: string | undefined;
  /**
   * Must be read before the next entry is asked for, or not at all. Reading throws `ArchiveDamage` where it is not as
   * it should be.
   */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** An entry that could matter and was not written. */
export interface SkippedEntry {
  /** As the archive has it, cut to a bearable length. */
  readonly name: string;
  /** A clause such as `it is a link`. */
  readonly reason: string;
}

export interface Unpacked {
  readonly status: 'unpacked';
  /** What was written, with `/` between folders, in the archive's order. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedEntry[];
  /** Names of some of the files that don't matter. */
  readonly others?: readonly string[];
}

/** An archive, or an entry, that can't be read; the message is a clause such as `it is damaged`. */
export class ArchiveDamage extends Error {
  override readonly name = 'ArchiveDamage';
}
