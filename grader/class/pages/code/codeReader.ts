import { openSubmission, readAnswerFiles, readCode, type CodeFile } from '../../../pipeline/submission';
import { readAttachments, type Attachment } from './attachments';
import { contentHash } from '../../batch/contentHash';
import { findSubmissions, type ClassEntry } from '../../batch/findSubmissions';
import type { Batch } from '../../batch/readBatch';
import { readSettings, submissionsOf } from '../../batch/settings';

/** The current files of a submission in the class folder. */
export interface HandedInCode {
  readonly files: readonly CodeFile[];
  readonly attachments?: readonly Attachment[];
  /** Whether this version was graded. */
  readonly isGraded: boolean;
}

/** Returns a function that reads a submission by name; it yields undefined if missing or unreadable. */
export async function codeReader({
  folder,
  results,
}: Batch): Promise<(submission: string) => Promise<HandedInCode | undefined>> {
  const entries = await entriesOf(folder);
  const settings = await readSettings(folder).catch(() => undefined);
  const wanted = (settings?.course?.schedule ?? []).flatMap(({ id, attachments = [] }) =>
    attachments.map((name) => ({ assignment: id, name })),
  );
  const hashes = new Map(results.map((result) => [result.submission, result.contentHash]));
  return async (submission) => {
    const entry = entries.get(submission);
    if (entry === undefined || entry.problem !== undefined) return undefined;
    const opened = await openSubmission(entry.path, []).catch(() => undefined);
    if (opened === undefined) return undefined;
    try {
      const files = [...(await readCode(opened.directory)), ...(await readAnswerFiles(opened.directory))];
      const attachments = await readAttachments(entry.path, wanted);
      return { files, attachments, isGraded: hashes.get(submission) === (await contentHash(entry.path)) };
    } finally {
      await opened.close();
    }
  };
}

async function entriesOf(folder: string): Promise<ReadonlyMap<string, ClassEntry>> {
  const settings = await readSettings(folder).catch(() => undefined);
  if (settings === undefined) return new Map();
  const found = await submissionsOf(folder, settings).then(findSubmissions, () => undefined);
  return new Map(found?.submissions.map((entry) => [entry.name, entry]) ?? []);
}
