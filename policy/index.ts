/** The rulebook machinery: articles, what they decide, dated parameters, citations, and the rulebook as rows. */
export {
  type AmbiguityNumber,
  assumed,
  type Citation,
  citationText,
  derived,
  type Guide,
  guides,
  type RuleNumber,
  stated,
} from './citation.ts';
export {
  decide,
  type Finding,
  governing,
  isPossible,
  matching,
  nextToAsk,
  readBy,
  silentValues,
} from './decide.ts';
export {
  type ArticleRow,
  type AssumptionRow,
  type CitedTransition,
  type ConditionRow,
  type ListingOptions,
  listRulebook,
  type ParameterRow,
  type RulebookListing,
  type RulebookSources,
} from './listing.ts';
export { type ListingPart, renderJson, renderMarkdown, renderTable } from './listing-text.ts';
export {
  type DatedValue,
  inForce,
  type Parameter,
  type ParameterName,
  type Policy,
  parameters,
  policyOn,
} from './parameters.ts';
export {
  type Article,
  type FreightRuling,
  type Impossible,
  type Known,
  type Law,
  type Layer,
  type Liability,
  type Limit,
  layerOf,
  layers,
  type Row,
  type Rulebook,
  type RuleSet,
  type Rulings,
  rowsOf,
  rulebook,
  ruleSets,
  rulingOf,
} from './rulebook.ts';
