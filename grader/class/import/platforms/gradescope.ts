import type { Delivery, Sorted } from '../types';
import type { SubmissionMetadata } from './gradescopeMetadata';

const metadataName = 'submission_metadata.yml';

/** The path of a Gradescope export's metadata; undefined if there is none. */
export function metadataOf(files: readonly string[]): string | undefined {
  const found = files.filter((file) => file === metadataName || file.endsWith(`/${metadataName}`));
  return found.toSorted((a, b) => a.split('/').length - b.split('/').length)[0];
}

/**
 * Sorts the files of Gradescope's "Export Submissions": an unpacked folder for each submission, and a metadata file
 * with their owners.
 *
 * @param metadata - path of the metadata file
 * @param entries - its content, by folder
 */
export function sortGradescope(
  files: readonly string[],
  metadata: string,
  entries: ReadonlyMap<string, SubmissionMetadata>,
): Sorted {
  const base = metadata.slice(0, -metadataName.length);
  const deliveries = [...entries].map(([key, { submitters, submittedAt }]): Delivery => {
    const below = `${base}${key}/`;
    const own = files.filter((file) => file.startsWith(below));
    return {
      label: key,
      people: submitters,
      files: own.map((from) => ({ from, path: from.slice(below.length), order: 0 })),
      submittedAt,
      isLate: false,
    };
  });
  const known = new Set(deliveries.flatMap(({ files: own }) => own.map(({ from }) => from)));
  const unplaced = files.filter((file) => file !== metadata && !known.has(file));
  return {
    deliveries,
    unplaced: unplaced.map((file) => ({ file, reason: `${metadataName} doesn't mention it` })),
  };
}
