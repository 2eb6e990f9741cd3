import type { Change, LayerChanges } from '../../../explain/index.ts';
import { findingText } from '../../../explain/render/layer.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/** The smallest changes that lead to another ruling, by where they come from. */
export function WouldChange({ changes }: { readonly changes: LayerChanges | null }) {
  const { t } = useLanguage();
  if (!changes) return null;
  const groups = [
    { title: words.byEvidence, list: changes.evidence },
    { title: words.byPolicy, list: changes.policy },
    { title: words.byCourse, list: changes.course },
  ].filter(({ list }) => list.length > 0);
  const count = groups.reduce((sum, { list }) => sum + list.length, 0);
  return (
    <details>
      <summary>
        {t(words.wouldChange)} <span class="count">{count}</span>
      </summary>
      {count === 0 && <p class="none">{t(words.wouldChangeNone)}</p>}
      {groups.map(({ title, list }) => (
        <div key={title.en} class="changes">
          <h4>{t(title)}</h4>
          <ul>
            {list.map((change) => (
              <ChangeLine key={JSON.stringify(change)} change={change} />
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

// Helpers

function ChangeLine({ change }: { readonly change: Change }) {
  const { t, language } = useLanguage();
  return (
    <li>
      {change.facts.map(({ fact, title, value, to }) => (
        <span key={fact} class="change">
          {t(title)}
          <s>{value ? t(value.title) : t(words.pending)}</s>
          <b>{t(to.title)}</b>
        </span>
      ))}
      <span class="leads">→ {findingText(change.leadsTo, language)}</span>
    </li>
  );
}
