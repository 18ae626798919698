import { plural } from '../../../pipeline/words/english';
import { studentPage } from '../../pages';
import { listNote, type Format } from '../format';
import { zipOf, type PackedFile } from '../../../files';
import { gradedDeliveries } from './deliveries';

/** A part of a path such as `Jane Doe_12345_assignsubmission_file`: Moodle identifies people by the number. */
const delivered = /(?:^|\/)([^/]*?)_(\d+)_assignsubmission_file/;

/**
 * A zip for Moodle's "Upload multiple feedback files in a zip": each student's page, with the name and number of the
 * download. All versions of Moodle read names of this form at the top of the zip.
 */
export const moodleFeedback: Format = {
  name: 'moodle-feedback',
  of: 'archive',
  write: async (input) => {
    const files = new Map<string, PackedFile>();
    const skipped: string[] = [];
    for (const { files: own, result, grade } of gradedDeliveries(input)) {
      const [, name = '', number] = own.map((file) => delivered.exec(file)).find((match) => match !== null) ?? [];
      if (number === undefined) skipped.push(result.submission);
      else {
        // Underscores separate the parts.
        const path = `${name.replaceAll('_', ' ')}_${number}_assignsubmission_file_feedback.html`;
        const page = studentPage(result, { grade, isShared: grade === undefined });
        files.set(path, { path, content: Buffer.from(page) });
      }
    }
    if (files.size === 0)
      throw new Error(
        'no submission has a Moodle number; choose another format, or import Moodle\'s "Download all submissions"',
      );
    const notes = [`${plural(files.size, 'page')}; on Moodle: Submissions, "Upload multiple feedback files in a zip"`];
    return {
      bytes: await zipOf([...files.values()]),
      notes: [...notes, ...listNote('no Moodle number, left out', skipped)],
    };
  },
};
