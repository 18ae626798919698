import type { Language } from '../../pipeline/types';

/** Reasons of `loadBackend`, in English because they come from another process and are stored in results. */
const patterns: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^(\S+) is installed, and mostly the fastest$/, '已安装 $1，它通常最快'],
  [/^(\S+) is not installed$/, '没有安装 $1'],
  [/^(\S+) is installed, but does not work \((.*)\)$/, '已安装 $1，但无法使用（$2）'],
  [/^(DESCENT_BACKEND=\S+) asks for it$/, '由 $1 指定'],
  [/^run (`.*`), or unset DESCENT_BACKEND$/, '请运行 $1，或取消设置 DESCENT_BACKEND'],
  [/^run (`.*`) again, or unset DESCENT_BACKEND$/, '请再次运行 $1，或取消设置 DESCENT_BACKEND'],
  [
    /^(DESCENT_BACKEND=.*) is no backend: .*$/,
    '没有 $1 这个后端：请设为 tensorflow（或 node）、wasm 或 cpu；取消设置则使用现有的最快的后端',
  ],
];
const refusal = /^(DESCENT_BACKEND=\S+) can't be had: (.*)$/;

/** Why a backend is used or not available, in the reader's language. Messages of other programs are not translated. */
export function reasonIn(language: Language, english: string): string {
  if (language === 'en') return english;
  const [, asked, reasons] = refusal.exec(english) ?? [];
  let isKnown = false;
  const said = (reasons ?? english)
    .split('; ')
    .map((reason) => {
      const found = patterns.find(([pattern]) => pattern.test(reason));
      isKnown ||= found !== undefined;
      return found === undefined ? reason : reason.replace(...found);
    })
    .join('；');
  if (!isKnown) return english;
  return asked === undefined ? said : `${asked} 无法使用：${said}`;
}
