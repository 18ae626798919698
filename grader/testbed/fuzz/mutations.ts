import { constantFrom, integer, nat, oneof, record, string, uint8Array, type Arbitrary } from 'fast-check';

/** A change of bytes; `place` is relative to their length. */
export type Mutation =
  | { readonly kind: 'flip'; readonly place: number; readonly value: number }
  | { readonly kind: 'cut'; readonly place: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly place: number }
  | { readonly kind: 'repeat'; readonly place: number; readonly length: number }
  | { readonly kind: 'insert'; readonly place: number; readonly bytes: Uint8Array };

const place = nat(1e6).map((millionths) => millionths / 1e6);
const length = oneof(nat(4), nat(600));

export const mutations: Arbitrary<Mutation> = oneof(
  {
    weight: 5,
    arbitrary: record({ kind: constantFrom('flip' as const), place, value: integer({ min: 1, max: 255 }) }),
  },
  record({ kind: constantFrom('cut' as const), place, length }),
  record({ kind: constantFrom('truncate' as const), place }),
  record({ kind: constantFrom('repeat' as const), place, length }),
  record({ kind: constantFrom('insert' as const), place, bytes: uint8Array({ minLength: 1, maxLength: 40 }) }),
);

/** Code fragments that are difficult for compilers and parsers. */
const pieces = [
  ...[
    '${',
    '`',
    '/*',
    '*/',
    '//',
    "'",
    '"',
    '(',
    ')',
    '{',
    '}',
    '[',
    ']',
    '=>',
    '...',
    '?.',
    '??=',
    '#x',
    '@',
    '\\u{110000}',
    '\\u0061',
    '\0',
    '\uFEFF',
  ],
  ...[
    'import(',
    'import(`./${x}`)',
    'require(x)',
    "require('./' + 'a')",
    "import x from './losses'",
    "import * as y from '../..'",
    'export * from',
  ],
  ...[
    'export default',
    'export { x as default }',
    'await ',
    'yield ',
    'async ',
    'class extends null {',
    'static {',
    'get ',
    'new.target',
    'super.x',
  ],
  ...[
    'with (tf) ',
    'eval',
    'Function',
    'arguments',
    'this',
    '__proto__',
    'constructor',
    'tf.softmax(',
    'export const mine = (x) => tf.softmax(x);',
    'let x = tf.losses;',
    "tf['soft' + 'max']",
    'const { softmax } = tf;',
  ],
  ...[
    'enum E { A = tf.softmax }',
    'namespace N {',
    'declare ',
    'abstract ',
    '<T,>',
    'satisfies ',
    'as const',
    '!',
    'type ',
    'interface ',
    'using x = y;',
  ],
  ...[
    '//# sourceMappingURL=data:application/json,{}',
    '#!/usr/bin/env node',
    '<!--',
    '-->',
    '\u2028',
    '0b2',
    '1n',
    '/(?<a>)(?<a>)/u',
    'label: break label;',
  ],
  '('.repeat(3000),
  '['.repeat(20_000),
  '!'.repeat(20_000),
  `${'a.'.repeat(5000)}a`,
  `${'1+'.repeat(5000)}1`,
];

/** Code fragments and arbitrary text. */
export const insertions: Arbitrary<string> = oneof(
  { weight: 4, arbitrary: constantFrom(...pieces) },
  string({ unit: 'binary', maxLength: 20 }),
);

export function mutated(bytes: Buffer, mutation: Mutation): Buffer {
  const at = Math.floor(mutation.place * bytes.length);
  switch (mutation.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ mutation.value;
      return copy;
    }
    case 'cut':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + mutation.length)]);
    case 'truncate':
      return bytes.subarray(0, at);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, at + mutation.length), bytes.subarray(at)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), mutation.bytes, bytes.subarray(at)]);
  }
}
