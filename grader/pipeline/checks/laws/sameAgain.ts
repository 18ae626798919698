import { differingField } from './compareFields';
import { defineLaw } from './law';

/** The same inputs, asked again after all the others, give the same result: nothing is remembered between calls. */
export const sameAgain = defineLaw({
  name: 'sameAgain',
  says: { en: () => 'the same inputs give the same result again', zh: () => '相同的输入再算一次，结果相同' },
  companions: (inputs) => [inputs],
  violation: ({ result, companions: [again], scale }) => differingField(result, again, [], scale),
});
