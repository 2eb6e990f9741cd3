import type { Order } from '../domain/case.ts';
import type { FactValue } from '../domain/facts.ts';
import type { Policy } from '../policy/parameters.ts';

/**
 * Where an order goes: as it says, else by its province. Which provinces are `remote` depends on the question: discounts
 * and transit times have sets of their own.
 */
export function regionOf(
  { region, province = '' }: Order,
  { jzhProvinces }: Policy,
  remote: readonly string[],
): FactValue<'region'> {
  if (region) return region;
  if (jzhProvinces.includes(province)) return 'jzh';
  return remote.includes(province) ? 'remote' : 'other';
}
