import { conditions } from '../../guards/conditions.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { citedTransitions } from '../../machines/cited-transitions.ts';
import { listRulebook } from '../../policy/listing.ts';
import { type ListingPart, renderJson, renderMarkdown, renderTable } from '../../policy/listing-text.ts';
import { problemText } from '../sources.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';

/** Options of `rules`. */
export interface RulesOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly assumed?: boolean;
  readonly type?: string;
  readonly on?: string;
}

/** Prints the rulebook: articles, parameters, cited conditions and transitions. Returns the exit code. */
export function rules(options: RulesOptions, terminal: Terminal): number {
  const { json = false, markdown = false, assumed = false, type, on = today() } = options;
  const part: ListingPart = assumed ? 'assumed' : 'rulebook';
  try {
    const sources = { books: rulebooks, conditions, transitions: citedTransitions() };
    const listing = listRulebook(sources, { on, ...(type !== undefined && { type }) });
    const text = json
      ? renderJson(listing, part)
      : markdown
        ? renderMarkdown(listing, terminal.language, part)
        : renderTable(listing, terminal.language, part);
    terminal.out(text.trimEnd());
    return OK;
  } catch (error) {
    terminal.error(problemText(error));
    return INVALID;
  }
}

// Helpers

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
