import type { Text } from '../domain/text.ts';
import { knownIn } from '../guards/article-guards.ts';
import type { CaseContext, Verdict } from '../guards/case-context.ts';
import { type ExceptionType, rulebooks } from '../guards/rulebooks.ts';
import { articlesOn } from '../policy/decide.ts';
import { type Layer, layers, type Rulebook } from '../policy/rulebook.ts';
import { activeStates } from '../replay/compare.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { type ArticleExplanation, explainArticles } from './articles.ts';
import { type FactState, factState, namesThatMatter } from './facts.ts';
import { explainFinding, type FindingExplanation, findingOn } from './findings.ts';
import {
  type ArticleReference,
  articleReference,
  findArticle,
  type RulingReference,
  rulingReference,
} from './named.ts';
import { layerTitles } from './titles.ts';

/** The ruling a case holds on a layer, and what gave it. */
export interface AdoptedRuling {
  /** An article, or the award of a human. */
  readonly by: 'article' | 'award';
  /** `null` for an award. */
  readonly article: ArticleReference | null;
  readonly ruling: RulingReference;
}

/** One layer of liability: what the case holds, what the rulebook says, and why. */
export interface LayerExplanation {
  readonly layer: Layer;
  readonly title: Text;
  /** The exception type whose articles are explained: where the case moved between types, that of the adopted article. */
  readonly type: ExceptionType;
  /**
   * `adopted`: the case holds a ruling; `weighing`: it is being weighed, or is before a human; `later`: the case has
   * not come to it; `notNeeded`: nothing is asked, because the merchant does not pay or no surcharge is proposed.
   */
  readonly stage: 'adopted' | 'weighing' | 'later' | 'notNeeded';
  readonly adopted: AdoptedRuling | null;
  /** What the rulebook says about the facts as they are now. */
  readonly finding: FindingExplanation;
  /** Everything the finding rests on: these facts alone give it again. */
  readonly facts: readonly FactState[];
  /** Every article of the layer, in the order of the book. */
  readonly articles: readonly ArticleExplanation[];
}

/** Explains each layer on which the rulebook of a type has articles or the case holds a ruling. */
export function explainLayers(snapshot: CaseSnapshot, type: ExceptionType): LayerExplanation[] {
  const context = contextOf(snapshot);
  const { ruleSet, verdict } = context;
  const known = knownIn(context);
  return layers
    .filter((layer) => verdict[layer] || articlesOn(rulebooks[type], layer, ruleSet).length > 0)
    .map((layer) => {
      const ruling = rulingType(layer, verdict, type);
      const book: Rulebook = rulebooks[ruling];
      return {
        layer,
        title: layerTitles[layer],
        type: ruling,
        stage: stageOf(snapshot, layer),
        adopted: adoptedOn(layer, verdict),
        finding: explainFinding(book, layer, known, ruleSet),
        facts: namesThatMatter(book, layer, ruleSet).map((name) => factState(name, known)),
        articles: explainArticles(book, layer, known, findingOn(book, layer, known, ruleSet), ruleSet),
      };
    });
}

/** The exception type whose rulebook rules a layer: that of the adopted article, else the one the case is now. */
export function rulingType(layer: Layer, verdict: Verdict, type: ExceptionType): ExceptionType {
  return findArticle(verdict[layer]?.article ?? '')?.type ?? type;
}

/** How far a case has come with a layer. */
export function stageOf(snapshot: CaseSnapshot, layer: Layer): LayerExplanation['stage'] {
  const context = contextOf(snapshot);
  if (context.verdict[layer]) return 'adopted';
  if (layer === 'recourse' && !mayNeedRecourse(context)) return 'notNeeded';
  if (layer === 'surcharge') return context.surcharge === null ? 'notNeeded' : 'weighing';
  return isWeighed(snapshot, layer, context.verdict) ? 'weighing' : 'later';
}

// Helpers

/** The layers are weighed one after the other; a human takes up the first that is open. */
function isWeighed(snapshot: CaseSnapshot, layer: Layer, verdict: Verdict): boolean {
  return activeStates(snapshot).some((path) => {
    const [, assessed] = path.split('.assessment.');
    if (assessed === 'arbitrating') return layers.find((each) => verdict[each] === undefined) === layer;
    return assessed?.split('.')[0] === layer;
  });
}

function mayNeedRecourse({ verdict }: CaseContext): boolean {
  return verdict.payer === undefined || verdict.payer.ruling === 'merchant';
}

function adoptedOn(layer: Layer, verdict: Verdict): AdoptedRuling | null {
  const decided = verdict[layer];
  if (!decided) return null;
  const found = findArticle(decided.article);
  return {
    by: found ? 'article' : 'award',
    article: found && articleReference(decided.article, found.article),
    ruling: rulingReference(layer, decided),
  };
}
