import { InvalidArgumentError } from 'commander';

/** Values of an option that is given as NAME=VALUE, any number of times. */
export type Pairs = ReadonlyMap<string, string>;

/** Adds one to those before. @throws if it has no name, no value, or a name that is there already */
export function collectPairs(text: string, before: Pairs = new Map()): Pairs {
  const [, name = '', value = ''] = /^([^=]+)=([\s\S]+)$/.exec(text) ?? [];
  if (name.trim() === '' || value.trim() === '') throw new InvalidArgumentError('It must be NAME=VALUE.');
  if (before.has(name.trim())) throw new InvalidArgumentError(`${name.trim()} is given twice.`);
  return new Map([...before, [name.trim(), value.trim()]]);
}
