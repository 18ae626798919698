import { isRecordValue } from '../../execution/values';
import type { Case, Check } from '../types';

/**
 * Refuses checks that compare a field which the solution does not return: a misspelt field would fail every correct
 * answer.
 *
 * @throws naming the check and the available fields
 */
export function refuseUnknownFields(name: string, checks: readonly Check[], cases: readonly Case[]): void {
  for (const check of checks) {
    if (check.kind !== 'reference' || check.field === undefined) continue;
    const values = cases
      .filter(({ id }) => check.cases.includes(id))
      .flatMap(({ expected }) => (expected.status === 'returned' ? expected.values : []));
    const records = values.flatMap((value) => (isRecordValue(value) ? [value] : []));
    if (values.length === 0 || records.some((one) => Object.hasOwn(one, check.field ?? ''))) continue;
    const fields = [...new Set(records.flatMap((one) => Object.keys(one)))];
    const there =
      fields.length === 0
        ? 'it returns one value, which `reference(undefined, { … })` compares'
        : `it returns ${fields.join(', ')}`;
    throw new Error(`${name}: ${check.id} compares ${check.field}, which the solution does not return: ${there}`);
  }
}
