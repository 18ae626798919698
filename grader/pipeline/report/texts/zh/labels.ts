import { caseLabels } from '../../../../curriculum/caseLabels';

/** A case's label in Chinese; what has no translation stays as it is, which a test of the specs reports. */
export function label(english: string): string {
  if (Object.hasOwn(caseLabels, english)) return caseLabels[english] ?? english;
  return english.replace(/^(\S+) is ([−-]?[\d.]+(?:e-?\d+)?)$/, '$1 为 $2');
}
