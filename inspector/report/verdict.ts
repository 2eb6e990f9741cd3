import type { Language } from '../../domain/text.ts';
import { type Change, type LayerChanges, whatWouldChange } from '../../explain/changes.ts';
import type { LayerExplanation } from '../../explain/index.ts';
import { factText } from '../../explain/render/facts.ts';
import { findingText } from '../../explain/render/layer.ts';
import {
  bearersText,
  citationLine,
  instantText,
  marks,
  words as told,
  yuan,
} from '../../explain/render/words.ts';
import { momentOf, type Session } from '../session/session.ts';
import type { VerdictView } from '../session/verdict.ts';
import { html, type Markup } from './html.ts';
import { words } from './words.ts';

/** Who bears what at a moment: a part for each layer that concerns the case. */
export function verdictParts(session: Session, id: number, verdict: VerdictView, language: Language): Markup {
  const concerned = verdict.layers.filter(({ stage, adopted }) => adopted || stage === 'weighing');
  if (concerned.length === 0) return html`<p class="quiet">${words.noVerdict[language]}</p>`;
  const changes = whatWouldChange(momentOf(session, id).snapshot).layers;
  return html`<div class="layers">${concerned.map((layer) =>
    layerPart(
      layer,
      changes.find((each) => each.layer === layer.layer),
      language,
    ),
  )}</div>`;
}

/** The money that moved, as a table. Nothing moved: nothing. */
export function postingsTable({ postings }: VerdictView, language: Language): Markup {
  return html`<table><thead><tr>
<th scope="col">${words.from[language]}</th><th scope="col">${words.to[language]}</th>
<th scope="col" class="number">${words.amount[language]}</th><th scope="col">${words.purpose[language]}</th>
<th scope="col">${words.by[language]}</th></tr></thead><tbody>
${postings.map(
  ({
    from,
    to,
    amount,
    for: purpose,
    by,
  }) => html`<tr><td>${from.title[language]}</td><td>${to.title[language]}</td>
<td class="number">${yuan(amount)}</td><td>${purpose.title[language]}</td><td>${byText(by, language)}</td></tr>
`,
)}</tbody></table>`;
}

/** The deadlines that run, as a table; `null` if none does. */
export function deadlinesTable({ deadlines }: VerdictView, language: Language): Markup | null {
  if (deadlines.length === 0) return null;
  return html`<h2>${told.deadlines[language]}</h2><table><thead><tr>
<th scope="col">${words.due[language]}</th><th scope="col">${words.mustAct[language]}</th><th scope="col">${words.deadline[language]}</th>
</tr></thead><tbody>
${deadlines.map(
  ({ dueAt, mustAct, title }) => html`<tr><td class="time">${instantText(dueAt)}</td>
<td>${mustAct.title[language]}</td><td>${title[language]}</td></tr>
`,
)}</tbody></table>`;
}

// Helpers

function layerPart(layer: LayerExplanation, changes: LayerChanges | undefined, language: Language): Markup {
  const { title, adopted, finding, articles } = layer;
  const rule = adopted?.article ?? (finding.kind === 'decided' ? finding.article : null);
  const article = articles.find(({ id }) => id === rule?.id);
  const displaced = articles.filter(({ status }) => status === 'displaced');
  const missing = !adopted && finding.kind === 'pending' ? finding.missing : [];
  return html`<section class="layer"><h3>${title[language]}</h3>
<p class="bearer">${adopted ? bearersText(adopted.ruling, language) : findingText(finding, language)}</p>
<dl>
${rule && entry(words.article[language], [`${rule.id} ${rule.title[language]}`])}
${
  rule &&
  entry(
    told.source[language],
    rule.cites.map((citation) => citationLine(citation, language)),
  )
}
${
  article &&
  entry(
    told.because[language],
    article.matched.map((fact) => factText(fact, language)),
  )
}
${entry(
  told.displaced[language],
  displaced.map(({ id, title: name }) => `${id} ${name[language]}`),
)}
${entry(
  told.missing[language],
  missing.map((fact) => fact.title[language]),
)}
${changes && entry(words.wouldChange[language], changeLines(changes, language))}
</dl></section>`;
}

function entry(label: string, lines: readonly string[]): Markup | null {
  if (lines.length === 0) return null;
  return html`<dt>${label}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}`;
}

/** As many changes as a reader looks at; the inspector shows them all. */
const shownChanges = 5;

function changeLines({ evidence, policy, course }: LayerChanges, language: Language): string[] {
  const all = [...evidence, ...policy, ...course];
  const rest = all.length - shownChanges;
  const more = language === 'en' ? `and ${rest} more` : `另有 ${rest} 种`;
  const lines = all.slice(0, shownChanges).map((change) => changeText(change, language));
  return rest > 0 ? [...lines, more] : lines;
}

function changeText({ facts, leadsTo }: Change, language: Language): string {
  const { is, and } = marks[language];
  const condition = facts.map(({ title, to }) => `${title[language]}${is}${to.title[language]}`).join(and);
  return `${condition} → ${findingText(leadsTo, language)}`;
}

function byText(by: string, language: Language): string {
  return by === 'order' || by === 'award' ? told[by][language] : by;
}
