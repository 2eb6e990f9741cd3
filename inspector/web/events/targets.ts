import type { Text } from '../../../domain/text.ts';
import type { EventChoice } from '../../session/choices.ts';

/** Where an event may lead, as titles of states; at most two, then an ellipsis. */
export function targetsOf({ transitions }: EventChoice): Text[] {
  const titles = transitions
    .filter(({ answer }) => answer !== 'fails')
    .flatMap(({ targets }) => targets.map(({ title }) => title));
  const distinct = [...new Map(titles.map((title) => [title.en, title])).values()];
  return distinct.length > 2 ? [...distinct.slice(0, 2), { zh: '…', en: '…' }] : distinct;
}
