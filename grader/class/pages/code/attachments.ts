import { mkdtemp, open, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { withoutNumber } from '../../import';
import { attachmentKinds, maxAttachmentBytes } from '../../../pipeline/course';
import { listFiles, submissionLimits, unpackArchive } from '../../../pipeline/submission';

/** A file that an assignment requests besides its code. */
export interface WantedAttachment {
  readonly assignment: string;
  /** Such as `report.pdf`. */
  readonly name: string;
}

/** A submitted file besides the code, or the reason why there is none to show. */
export type Attachment = WantedAttachment &
  (
    | { readonly status: 'image' | 'pdf'; readonly type: string; readonly bytes: Uint8Array }
    | { readonly status: 'missing' }
    | { readonly status: 'refused'; readonly why: string }
  );

/**
 * Reads the requested attachments from a submission, a folder or an archive. The first bytes determine a file's type, so
 * that nothing that a browser would run passes as a picture.
 */
export async function readAttachments(
  path: string,
  wanted: readonly WantedAttachment[],
): Promise<readonly Attachment[]> {
  if (wanted.length === 0) return [];
  if ((await stat(path)).isDirectory()) return readFrom(await realpath(path), wanted);
  const temporary = await mkdtemp(join(tmpdir(), 'attachments-'));
  try {
    const folder = join(temporary, 'files');
    const isWanted = (file: string): boolean =>
      wanted.some(({ name }) => isCalled(file, name) || isCalled(withoutNumber(file), name));
    const unpacked = await unpackArchive(path, folder, {
      wanted: isWanted,
      limits: { ...submissionLimits, fileBytes: maxAttachmentBytes },
    });
    if (unpacked.status !== 'unpacked') return wanted.map((one) => ({ ...one, status: 'missing' }));
    const found = await readFrom(await realpath(folder), wanted);
    return found.map((one): Attachment => {
      const skipped = unpacked.skipped.find(({ name }) => isCalled(name, one.name));
      return one.status === 'missing' && skipped !== undefined
        ? { assignment: one.assignment, name: one.name, status: 'refused', why: skipped.reason }
        : one;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readFrom(root: string, wanted: readonly WantedAttachment[]): Promise<readonly Attachment[]> {
  const { files } = await listFiles(root);
  return Promise.all(
    wanted.map(async (one): Promise<Attachment> => {
      const exact = files.filter((file) => isCalled(file, one.name));
      // Browsers and platforms add a number to the name.
      const named = exact.length > 0 ? exact : files.filter((file) => isCalled(withoutNumber(file), one.name));
      const placed = named.filter((file) => file.split('/').includes(one.assignment));
      // A file outside every assignment's folder may belong to this assignment.
      const candidates = placed.length > 0 ? placed : named.filter((file) => !/(?:^|\/)\d\d-[a-z0-9-]+\//.test(file));
      const [file, ...others] = candidates;
      if (file === undefined) return { ...one, status: 'missing' };
      if (others.length > 0) return { ...one, status: 'refused', why: `it appears ${candidates.length} times` };
      return { ...one, ...(await readBounded(root, file)) };
    }),
  );
}

type Read =
  | { readonly status: 'image' | 'pdf'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly status: 'refused'; readonly why: string };

async function readBounded(root: string, file: string): Promise<Read> {
  const refused = (why: string): Read => ({ status: 'refused', why });
  const real = await realpath(join(root, file)).catch(() => '');
  if (!real.startsWith(root + sep)) return refused('it is a link to something outside the submission');
  const status = await stat(real);
  if (!status.isFile()) return refused('it is not a regular file');
  if (status.size > maxAttachmentBytes)
    return refused(`it has ${status.size} bytes; at most ${maxAttachmentBytes} are shown`);
  const handle = await open(real);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(maxAttachmentBytes), 0, maxAttachmentBytes, 0);
    const bytes = buffer.subarray(0, bytesRead);
    const kind = attachmentKinds.find(({ begins }) => begins.every((byte, place) => bytes[place] === byte));
    if (kind === undefined) return refused('by its first bytes it is neither PDF nor PNG nor JPEG');
    return { status: kind.type === 'application/pdf' ? 'pdf' : 'image', type: kind.type, bytes };
  } finally {
    await handle.close();
  }
}

function isCalled(file: string, name: string): boolean {
  return basename(file.replaceAll('\\', '/')).toLowerCase() === name.toLowerCase();
}
