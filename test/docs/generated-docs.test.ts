import { describe, it } from 'vitest';
import { conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { citedTransitions } from '../../machines/cited-transitions.ts';
import { listRulebook } from '../../policy/listing.ts';
import { renderMarkdown } from '../../policy/listing-text.ts';
import { type Parameter, parameters } from '../../policy/parameters.ts';
import { expectGenerated } from '../support/generated-page.ts';
import { renderTraceability } from '../support/traceability.ts';

describe('the generated pages', () => {
  it('should have the rulebook as it is', () => {
    const sources = { books: rulebooks, conditions, transitions: citedTransitions() };
    const listing = listRulebook(sources, { on: latestValue() });

    expectGenerated('docs/rulebook.md', `${introduction}\n${renderMarkdown(listing, 'en')}`);
  });

  it('should have the traceability table as it is', () => {
    expectGenerated('docs/traceability.md', renderTraceability());
  });
});

// Helpers

const introduction = `# Rulebook

Who makes the buyer whole, who bears the freight, whom the merchant can turn to, and every number and choice of policy.
An article governs where its condition holds and no article that goes before it holds too; order never decides. Two
articles that govern at once, or none, send the case to a human.

Each source says how strong it is: *stated* in the guide at these lines, *derived* from them, or *assumed* by the product
because the guides are silent or disagree (the question has a number). Parameters are read for the date on which a case
is opened. These are the rules of the source guides, not legal advice.
`;

/** The date on which every parameter has its newest value. */
function latestValue(): string {
  const dates = Object.values<Parameter>(parameters).flatMap(({ values }) => values.map(({ from }) => from));
  return dates.reduce((latest, date) => (date > latest ? date : latest));
}
