/** One entry of an archive. Its fields are claims, not facts. */
export interface ArchiveEntry {
  /** As stored in the archive, with `/` between folders; can lead anywhere. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** Its claimed size in bytes. */
  readonly bytes: number;
  /** Why its content can't be read; undefined if it can. */
  readonly locked: string | undefined;
  /**
   * Must be read before the next entry is requested, or not at all. Throws `ArchiveDamage` if the content is invalid.
   */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** An entry that could matter but was not written. */
export interface SkippedEntry {
  /** As stored in the archive, truncated to a reasonable length. */
  readonly name: string;
  /** A clause such as `it is a link`. */
  readonly reason: string;
}

export interface Unpacked {
  readonly status: 'unpacked';
  /** The written files, with `/` between folders, in the archive's order. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedEntry[];
  /** Names of some of the files that don't matter. */
  readonly others?: readonly string[];
}

/** An archive, or an entry, that can't be read; the message is a clause such as `it is damaged`. */
export class ArchiveDamage extends Error {
  override readonly name = 'ArchiveDamage';
}
