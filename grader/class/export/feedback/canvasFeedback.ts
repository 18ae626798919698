import { plural } from '../../../pipeline/words/english';
import { basename, extname } from 'node:path/posix';
import { archiveKindOf, withoutArchiveEnding } from '../../../pipeline/submission';
import { studentPage } from '../../pages';
import { listNote, type Format } from '../format';
import { zipOf, type PackedFile } from '../../../files';
import { gradedDeliveries, type GradedDelivery } from './deliveries';
import { feedbackText } from './feedbackText';

/** `doejane_LATE_12345_67890_losses.ts`: Canvas identifies the person and the file by the first two numbers. */
const delivered = /^[^/]*?_\d+_\d+_[^/]+$/;
const readAsText = ['.ts', '.js', '.mts', '.mjs', '.cts', '.cjs', '.tsx', '.jsx', '.txt'];

/**
 * A zip for Canvas's "Re-Upload Submissions": each file must have the name of one in the download, and is shown to its
 * student under the student's own name for it. So feedback on code is code made of comments, and feedback on an archive
 * is an archive with the student's page.
 */
export const canvasFeedback: Format = {
  name: 'canvas-feedback',
  of: 'archive',
  write: async (input) => {
    const files: PackedFile[] = [];
    const skipped: string[] = [];
    for (const delivery of gradedDeliveries(input)) {
      const file = await feedbackFile(delivery);
      if (file === undefined) skipped.push(delivery.result.submission);
      else files.push(file);
    }
    if (files.length === 0)
      throw new Error("no submission has Canvas's numbers; choose another format, or import Canvas's download");
    const notes = [`${plural(files.length, 'file')}; on Canvas: the assignment, "Re-Upload Submissions"`];
    return {
      bytes: await zipOf(files),
      notes: [...notes, ...listNote('neither code nor a zip, left out', skipped)],
    };
  },
};

async function feedbackFile({ files, result, grade }: GradedDelivery): Promise<PackedFile | undefined> {
  const names = files.map((file) => basename(file)).filter((name) => delivered.test(name));
  const code = names.find((name) => readAsText.includes(extname(name).toLowerCase()));
  if (code !== undefined) return { path: code, content: Buffer.from(feedbackText(result, grade)) };
  const archive = names.find((name) => archiveKindOf(name) === 'zip');
  if (archive === undefined) return undefined;
  const page = studentPage(result, { grade, isShared: grade === undefined });
  const path = `${withoutArchiveEnding(result.submission)}.html`;
  return { path: archive, content: await zipOf([{ path, content: Buffer.from(page) }]) };
}
