import { type CaseEventType, eventCatalogue } from '../domain/events.ts';
import type { Account } from '../domain/money.ts';
import { type Party, partyTitles } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import { type ExceptionType, exceptionTypes, rulebooks } from '../guards/rulebooks.ts';
import type { Citation } from '../policy/citation.ts';
import {
  type Article,
  type Layer,
  type Limit,
  layerOf,
  type Rulebook,
  type Rulings,
  rulingOf,
} from '../policy/rulebook.ts';
import { limitTitles, lineTitles } from './titles.ts';

/** A value and its name for people. */
export interface Named<Value extends string = string> {
  readonly value: Value;
  readonly title: Text;
}

/** An article and where it comes from. */
export interface ArticleReference {
  readonly id: string;
  readonly title: Text;
  readonly cites: readonly Citation[];
}

/** An event by type, with its title and who reports it. */
export interface EventReference {
  readonly type: CaseEventType;
  readonly title: Text;
  readonly by: Named<Party>;
}

/** One bearer that a ruling names: a ruling on freight names one for each way. */
export interface Bearer {
  readonly line: keyof typeof lineTitles;
  readonly title: Text;
  readonly bearer: Named;
}

/** What was decided on a layer: the ruling as the rulebook has it, and its bearers for people. */
export interface RulingReference {
  readonly ruling: Rulings[Layer];
  readonly bearers: readonly Bearer[];
  /** What it is limited to: the buyer gets an agreed amount only, or only freight can be claimed. */
  readonly limitedTo: Named<Limit> | null;
}

/** A party or an account with its name. */
export function namedParty<Name extends Party | Account>(name: Name): Named<Name> {
  return { value: name, title: partyTitles[name] };
}

/** An event by type. */
export function eventReference(type: CaseEventType): EventReference {
  const { title, by } = eventCatalogue[type];
  return { type, title, by: namedParty(by) };
}

/** A ruling with the names of its bearers. */
export function rulingReference(
  layer: Layer,
  { ruling, limitedTo }: { readonly ruling: Rulings[Layer]; readonly limitedTo?: Limit },
): RulingReference {
  const bearer = (line: keyof typeof lineTitles, value: keyof typeof partyTitles): Bearer => ({
    line,
    title: lineTitles[line],
    bearer: { value, title: partyTitles[value] },
  });
  const bearers =
    typeof ruling === 'object'
      ? [bearer('outbound', ruling.outbound), bearer('return', ruling.return)]
      : [bearer(layer === 'freight' ? 'outbound' : layer, ruling)];
  return {
    ruling,
    bearers,
    limitedTo: limitedTo === undefined ? null : { value: limitedTo, title: limitTitles[limitedTo] },
  };
}

/** What an article decides, with the names of its bearers. */
export function rulingOfArticle(layer: Layer, article: Article): RulingReference {
  const { limitedTo } = article;
  return rulingReference(layer, { ruling: rulingOf(article), ...(limitedTo && { limitedTo }) });
}

/** An article found by its id, in whichever rulebook. */
export interface FoundArticle {
  readonly type: ExceptionType;
  readonly book: Rulebook;
  readonly layer: Layer;
  readonly article: Article;
}

/** The article with an id, such as `DMG-3`, or `null` if there is none (`award`, `order`). */
export function findArticle(id: string): FoundArticle | null {
  for (const type of exceptionTypes) {
    const book: Rulebook = rulebooks[type];
    const article = Object.hasOwn(book.articles, id) ? book.articles[id] : undefined;
    if (article) return { type, book, layer: layerOf(article), article };
  }
  return null;
}

/** What people need to know of an article. */
export function articleReference(id: string, { title, cites }: Article): ArticleReference {
  return { id, title, cites };
}
