import { tokenizer } from 'acorn';
import { transform } from 'esbuild';

/** A source file's text, and the encoding that it is in where that is not UTF-8. */
export interface Decoded {
  readonly status: 'text';
  readonly text: string;
  readonly encoding: string | undefined;
}

/**
 * The text of a source file. Editors on Windows save UTF-16, which its mark tells, or the encoding of the country. The
 * latter is read where no name in the code depends on it, but only comments and strings.
 *
 * @returns undefined for what is no text, or can't be read without guessing
 */
export async function decodeSource(bytes: Uint8Array): Promise<Decoded | undefined> {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (mark === 'fffe' || mark === 'feff')
    return withEncoding(decode(bytes, mark === 'fffe' ? 'utf-16le' : 'utf-16be'), 'UTF-16');
  if (bytes.includes(0)) return undefined;
  const text = decode(bytes, 'utf-8');
  if (text !== undefined) return { status: 'text', text, encoding: undefined };
  const { label, name } = likelyEncoding(bytes);
  const guess = decode(bytes, label);
  return guess !== undefined && (await hasPlainNames(guess))
    ? { status: 'text', text: guess, encoding: name }
    : undefined;
}

interface Encoding {
  readonly label: string;
  readonly name: string;
}

/** By how bytes above 127 stand together: in pairs in Chinese, as Japanese syllables, or alone between letters. */
function likelyEncoding(bytes: Uint8Array): Encoding {
  if (/[\u3041-\u30fa]/.test(decode(bytes, 'shift_jis') ?? '')) return { label: 'shift_jis', name: 'Shift-JIS' };
  const runs =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/[\x80-\xff]+/g) ?? [];
  const isPaired = runs.every((run) => run.length % 2 === 0) && decode(bytes, 'gb18030') !== undefined;
  return isPaired ? { label: 'gb18030', name: 'GBK' } : { label: 'windows-1252', name: 'Latin-1' };
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function withEncoding(text: string | undefined, encoding: string): Decoded | undefined {
  return text === undefined || text.includes('\0') ? undefined : { status: 'text', text, encoding };
}

/** Whether all names of the code are of plain letters; esbuild drops its comments. */
async function hasPlainNames(text: string): Promise<boolean> {
  try {
    const { code } = await transform(text, {
      loader: 'ts',
      tsconfigRaw: '{}',
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    });
    const tokens = tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return [...tokens].every(
      ({ type, start, end }) => !/name|privateId/.test(type.label) || !/[^\0-\x7f]/.test(code.slice(start, end)),
    );
  } catch {
    return false;
  }
}
