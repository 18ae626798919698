import type { Language } from '../types';

/** Why the public checks of an assignment can't be read. */
export type PublicFileProblem =
  | { readonly status: 'missing' }
  | { readonly status: 'hidden-cases' }
  | { readonly status: 'damaged'; readonly why: string };

/** @param language - of the reader */
export function publicFileProblem(name: string, problem: PublicFileProblem, language: Language = 'en'): Error {
  return new Error(says[language](name, problem));
}

const says = {
  en: (name: string, problem: PublicFileProblem): string =>
    problem.status === 'missing'
      ? `${name} is missing; get it again from the course`
      : `${name} is damaged or of another version (${problem.status === 'damaged' ? problem.why : 'it has hidden cases'}); get it again from the course`,
  zh: (name: string, problem: PublicFileProblem): string =>
    problem.status === 'missing'
      ? `缺少 ${name}；请重新从课程获取`
      : `${name} 已损坏或属于另一个版本（${problem.status === 'damaged' ? problem.why : '其中有隐藏用例'}）；请重新从课程获取`,
};
