import type { CheckBase } from '../../types';
import { passed } from '../checkKind';
import { defineCheck } from './defineCheck';

type Bounded = CheckBase<'leak'> & { readonly max: number };

const texts = { name: () => 'few kernels', findings: {} };
const bounded = {
  kind: 'leak',
  judge: (check: CheckBase<'leak'>) => passed(check),
  texts: { en: texts, zh: texts },
} as const;

describe('defineCheck', () => {
  it('should not compile where a kind does not read its own fields', () => {
    // @ts-expect-error -- max has no schema
    const kind = defineCheck<Bounded>(bounded);
    // This is how max would be lost on the way through a file.
    expect(kind.schema([]).parse({ max: 2 })).toEqual({});
  });

  it('should not ask for a schema where there are no own fields', () => {
    expect(defineCheck<CheckBase<'leak'>>(bounded).schema([]).parse({})).toEqual({});
  });
});
