/** An entry to write; `type` is one character, '0' for a regular file. */
export interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly type?: string;
  readonly folder?: string;
}

/** Writes a tar archive as described in Note [Tar]. Tests also read archives of the program tar. */
export function writeTar(entries: readonly Entry[]): Uint8Array {
  const blocks = entries.flatMap((entry) => [
    headerOf(entry),
    entry.content,
    new Uint8Array((512 - (entry.content.length % 512)) % 512),
  ]);
  return Buffer.concat([...blocks, new Uint8Array(1024)]);
}

function headerOf({ name, content, type = '0', folder = '' }: Entry): Uint8Array {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  header.write(folder, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}
