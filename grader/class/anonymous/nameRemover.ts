import type { AssignmentJson } from '../../pipeline/report';
import type { Student } from '../roster';

/** Replaces names of students in texts. */
export interface NameRemover {
  /** Replaces ids, emails, accounts, full names and the submission's name. */
  readonly inMessage: (text: string) => string;
  /** Also replaces each word of a name: for texts with names that students chose, such as those of files. */
  readonly inNames: (text: string) => string;
}

/** Replaces the names of a submission's owners; its texts contain no other names. */
export function nameRemover(owners: readonly Student[], submission: string, number: string): NameRemover {
  const wholes = new Map([[submission.toLowerCase(), number]]);
  const words = new Map<string, string>();
  for (const { id, name, email, accounts = [] } of owners) {
    const parts = name.split(/[\s,]+/u).filter((part) => [...part].length > 1);
    for (const text of [id, email, name, ...accounts]) wholes.set(text.toLowerCase(), number);
    for (const text of [...parts, parts.join(''), parts.toReversed().join('')]) words.set(text.toLowerCase(), number);
  }
  return { inMessage: replacer(wholes), inNames: replacer(new Map([...words, ...wholes])) };
}

/** An assignment's result without names. */
export function anonymizeAssignment(one: AssignmentJson, { inMessage, inNames }: NameRemover): AssignmentJson {
  return {
    ...one,
    message: inNames(one.message),
    ...(one.place === undefined ? {} : { place: { ...one.place, file: inNames(one.place.file) } }),
    ...(one.remarks === undefined ? {} : { remarks: one.remarks.map(inNames) }),
    exercises: one.exercises.map((exercise) => ({
      ...exercise,
      message: inMessage(exercise.message),
      ...(exercise.studentMessage === undefined ? {} : { studentMessage: inMessage(exercise.studentMessage) }),
    })),
  };
}

/** Replaces whole words only, and the longest texts first, so that a full name is replaced at once. */
function replacer(texts: ReadonlyMap<string, string>): (text: string) => string {
  const keys = [...texts.keys()].filter((key) => key !== '').toSorted((a, b) => b.length - a.length);
  if (keys.length === 0) return (text) => text;
  const escaped = keys.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, (found) => texts.get(found.toLowerCase()) ?? '…');
}
