import { InvalidArgumentError } from 'commander';

/** Values of a repeatable NAME=VALUE option. */
export type Pairs = ReadonlyMap<string, string>;

/** Adds a pair to the earlier ones. @throws if the name or the value is missing, or the name is given twice */
export function collectPairs(text: string, before: Pairs = new Map()): Pairs {
  const [, name = '', value = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
  if (name.trim() === '' || value.trim() === '') throw new InvalidArgumentError('It must be NAME=VALUE.');
  if (before.has(name.trim())) throw new InvalidArgumentError(`${name.trim()} is given twice.`);
  return new Map([...before, [name.trim(), value.trim()]]);
}
