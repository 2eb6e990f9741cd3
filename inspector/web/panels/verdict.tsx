import { useMemo } from 'preact/hooks';
import { yuan } from '../../../explain/render/words.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { verdictOf } from '../../session/verdict.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';
import { LayerCard } from './layer-card.tsx';
import { useChanges } from './use-changes.ts';

/** Who bears what and why, what is missing, what would change it, and the money that moved. */
export function Verdict({ session }: { readonly session: Session }) {
  const { t, language } = useLanguage();
  const moment = momentOf(session);
  const verdict = useMemo(() => verdictOf(session), [moment]);
  const changes = useChanges(moment.snapshot);
  const { type, layers, postings, outcome, needsHuman } = verdict;
  return (
    <div class="verdict">
      {type ? (
        <div class="case-type">
          <h2>{t(type.title)}</h2>
          {outcome && <span class="mark good">{t(outcome.title)}</span>}
          {needsHuman && <span class="mark warn">{t(words.needsHuman)}</span>}
        </div>
      ) : (
        <div class="empty">
          <strong>{t(words.noException)}</strong>
          <p>{t(words.noExceptionHint)}</p>
        </div>
      )}
      {layers.map((layer) => (
        <LayerCard
          key={layer.layer}
          layer={layer}
          changes={changes?.layers.find((each) => each.layer === layer.layer) ?? null}
        />
      ))}
      <h2 class="heading">{t(words.postings)}</h2>
      {postings.length === 0 ? (
        <p class="none">{t(words.noPostings)}</p>
      ) : (
        <table class="postings">
          <tbody>
            {postings.map(({ from, to, amount, for: purpose, by, article }, place) => (
              <tr key={place}>
                <td>
                  {t(from.title)} → {t(to.title)}
                  <span class="about">
                    {t(purpose.title)}
                    {article ? ` · ${by}` : ''}
                  </span>
                </td>
                <td class="amount">{yuan(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <span class="unseen" lang={language === 'zh' ? 'zh-CN' : 'en'} />
    </div>
  );
}
