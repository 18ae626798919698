import { studentPage } from '../../pages';
import { listed, type Format } from '../format';
import { zipOf, type PackedFile } from '../../../files';
import { gradedDeliveries } from './deliveries';

/** A part of a path such as `Jane Doe_12345_assignsubmission_file`: Moodle knows people by the number. */
const delivered = /(?:^|\/)([^/]*?)_(\d+)_assignsubmission_file/;

/**
 * A zip for Moodle's "Upload multiple feedback files in a zip": each student's page, under the name and number of the
 * download. Moodle of every age reads names of this form at the top of the zip.
 */
export const moodleFeedback: Format = {
  name: 'moodle-feedback',
  of: 'archive',
  write: async (input) => {
    const files = new Map<string, PackedFile>();
    const without: string[] = [];
    for (const { files: own, result, grade } of gradedDeliveries(input)) {
      const [, name = '', number] = own.map((file) => delivered.exec(file)).find((match) => match !== null) ?? [];
      if (number === undefined) without.push(result.submission);
      else {
        // Underscores tell the parts apart.
        const path = `${name.replaceAll('_', ' ')}_${number}_assignsubmission_file_feedback.html`;
        const page = studentPage(result, { grade, isShared: grade === undefined });
        files.set(path, { path, content: Buffer.from(page) });
      }
    }
    if (files.size === 0)
      throw new Error(
        'no hand-in has a number of Moodle; name another format, or import what "Download all submissions" gives',
      );
    const notes = [`${files.size} pages; on Moodle: Submissions, "Upload multiple feedback files in a zip"`];
    return {
      bytes: await zipOf([...files.values()]),
      notes:
        without.length === 0 ? notes : [...notes, `${listed(without)}: delivered without a number of Moodle, left out`],
    };
  },
};
