import { useState } from 'preact/hooks';
import type { LayerChanges } from '../../../explain/index.ts';
import { failureText } from '../../../explain/render/facts.ts';
import { answerText, findingText, silenceText } from '../../../explain/render/layer.ts';
import { citationLine } from '../../../explain/render/words.ts';
import type { LayerVerdict } from '../../session/verdict.ts';
import { listComma, useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { words } from '../words.ts';
import { WouldChange } from './would-change.tsx';

const TableSheet = lazy(async () => (await import('./table-sheet.tsx')).TableSheet);

interface LayerCardProps {
  readonly layer: LayerVerdict;
  /** `null` while they are searched, and where nothing can change. */
  readonly changes: LayerChanges | null;
}

/** One question of liability: the answer, the rule and its sources, what is missing and what would change it. */
export function LayerCard({ layer, changes }: LayerCardProps) {
  const { t, language } = useLanguage();
  const [isTableOpen, setTableOpen] = useState(false);
  const { title, stage, adopted, finding, articles } = layer;
  const isQuiet = stage === 'notNeeded' || stage === 'later';
  const rule = adopted?.article ?? (finding.kind === 'decided' && !isQuiet ? finding.article : null);
  const article = articles.find(({ id }) => id === rule?.id);
  const displaced = articles.filter(({ status }) => status === 'displaced');
  const agrees = finding.kind === 'decided' && finding.article.id === adopted?.article?.id;
  return (
    <section class={isQuiet ? 'layer quiet' : 'layer'} aria-label={t(title)}>
      <header>
        <h3>{t(title)}</h3>
        <span class={`mark ${stageTones[stage]}`}>{t(stageTitles[stage])}</span>
      </header>
      <p class="answer">{answerText(layer, language)}</p>
      {rule && (
        <div class="rule">
          <span class="mark accent">{rule.id}</span>
          <p>{t(rule.title)}</p>
          <ul class="sources" aria-label={t(words.citations)}>
            {rule.cites.map((citation) => (
              <li key={JSON.stringify(citation)}>{citationLine(citation, language)}</li>
            ))}
          </ul>
        </div>
      )}
      {article && article.matched.length > 0 && (
        <ul class="facts-held" aria-label={t(words.because)}>
          {article.matched.map(({ fact, title: factTitle, value }) => (
            <li key={fact}>
              <Icon name="yes" />
              <span>
                {t(factTitle)} <b>{value ? t(value.title) : t(words.pending)}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
      {adopted && !agrees && !isQuiet && adopted.by === 'article' && (
        <p class="notice warn">
          {t(words.rulebookNow)}
          {findingText(finding, language)}
        </p>
      )}
      {finding.kind === 'pending' && !isQuiet && (
        <div class="missing">
          <h4>{t(words.missing)}</h4>
          <ul>
            {finding.missing.map(({ fact, title: factTitle, ask, ifSilent }) => (
              <li key={fact}>
                <Icon name="depends" />
                <span>
                  {t(factTitle)}
                  {ask && (
                    <span class="about">
                      {t(words.ask)}
                      {t(ask.title)}
                      {ifSilent && ` · ${t(words.silence)}“${t(ifSilent.title)}”`}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {finding.next && (
            <p class="next">
              <b>{t(words.askNext)}</b> {t(finding.next.from.title)}
              <span class="about">
                {t(words.ifSilent)} {silenceText(finding.next, language)}
              </span>
            </p>
          )}
        </div>
      )}
      {displaced.length > 0 && !isQuiet && (
        <details>
          <summary>
            {t(words.displaced)} <span class="count">{displaced.length}</span>
          </summary>
          <ul class="others">
            {displaced.map((each) => (
              <li key={each.id}>
                <span class="mark">{each.id}</span> {t(each.title)}
                <span class="about">{`${t(words.displacedBy)} ${each.displacedBy.join(t(listComma))}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!isQuiet && <WouldChange changes={changes} />}
      {!isQuiet && <OtherArticles layer={layer} />}
      {layer.table.rows.length > 0 && (
        <button type="button" class="button quiet small" onClick={() => setTableOpen(true)}>
          <Icon name="list" />
          {t(words.asTable)}
        </button>
      )}
      {isTableOpen && <TableSheet layer={layer} onClose={() => setTableOpen(false)} />}
    </section>
  );
}

// Helpers

const stageTones = { adopted: 'good', weighing: 'accent', later: '', notNeeded: '' } as const;

const stageTitles = {
  adopted: words.stageAdopted,
  weighing: words.stageWeighing,
  later: words.stageLater,
  notNeeded: words.stageNotNeeded,
} as const;

/** The rules that do not decide, each with what keeps it from holding. */
function OtherArticles({ layer }: { readonly layer: LayerVerdict }) {
  const { t, language } = useLanguage();
  const others = layer.articles.filter(
    ({ status }) => status === 'failed' || status === 'open' || status === 'holds',
  );
  if (others.length === 0) return null;
  return (
    <details>
      <summary>
        {t(words.otherRules)} <span class="count">{others.length}</span>
      </summary>
      <ul class="others">
        {others.map((each) => (
          <li key={each.id}>
            <span class="mark">{each.id}</span> {t(each.title)}
            <span class="about">{failureText(each, language)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
