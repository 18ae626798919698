import { differingField } from './compareFields';
import { defineLaw } from './law';

/** The same inputs, evaluated again after all the others, give the same result: no state between calls. */
export const sameAgain = defineLaw({
  name: 'sameAgain',
  says: { en: () => 'the same inputs give the same result again', zh: () => '相同的输入再算一次，结果相同' },
  companions: (inputs) => [inputs],
  violation: ({ result, companions: [again], scale }) => differingField(result, again, [], scale),
});
