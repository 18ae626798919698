import type { Delivery, Person, Sorted } from '../types';
import { orderAttempts, type AttemptFile } from './attempts';

/** The fields of a pattern. */
const fields = ['id', 'name', 'email', 'number', 'any', 'file'] as const;
type Field = (typeof fields)[number];

/** Parses a format of paths, such as `{id}_{any}/{file}`. @throws in one sentence if it identifies no one */
export function readPattern(text: string): RegExp {
  const parts = text.split(/(\{\w+\})/);
  const used = new Set<string>();
  const source = parts.map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (!fields.includes(name as Field))
      throw new Error(`{${name}} is no field of a pattern; known: ${fields.map((one) => `{${one}}`).join(', ')}`);
    if (name === 'any') return '[^/]*?';
    if (used.has(name)) throw new Error(`{${name}} is in the pattern twice`);
    used.add(name);
    return name === 'file' ? '(?<file>.+)' : `(?<${name}>[^/]+?)`;
  });
  if (!['id', 'name', 'email', 'number'].some((one) => used.has(one)) || !used.has('file'))
    throw new Error('a pattern needs {file} and one of {id}, {name}, {email}, {number}; such as "{id}_{any}/{file}"');
  return new RegExp(`^${source.join('')}$`, 'u');
}

/** Sorts the files of a download by a pattern of their paths. */
export function sortByPattern(files: readonly string[], pattern: RegExp): Sorted {
  const found = new Map<string, { person: Person; files: AttemptFile[] }>();
  const unplaced: { file: string; reason: string }[] = [];
  for (const file of files) {
    const { file: path, id, name = '', email, number } = pattern.exec(file)?.groups ?? {};
    if (path === undefined) {
      unplaced.push({ file, reason: 'its path does not match the pattern' });
      continue;
    }
    const key = JSON.stringify([id, name, email, number]);
    const one = found.get(key) ?? { person: { name, id, email, number }, files: [] };
    found.set(key, one);
    one.files.push({ file: { from: file, path }, attempt: file.slice(0, file.lastIndexOf(path)) });
  }
  const deliveries = [...found.values()].flatMap(({ person, files: own }) => {
    const label =
      [person.name, person.id, person.email, person.number].find((text) => text !== undefined && text !== '') ?? '';
    const attempts = orderAttempts(own);
    return attempts.map((files): Delivery => {
      const place = attempts.length === 1 ? '' : ` (${files[0]?.from ?? ''})`;
      return { label: `${label}${place}`, people: [person], files, submittedAt: undefined, isLate: false };
    });
  });
  return { deliveries, unplaced };
}
