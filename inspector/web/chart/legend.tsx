import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/** What the marks of the chart mean. `counts`: hits are shown instead of what can happen. */
export function Legend({ counts }: { readonly counts: boolean }) {
  const { t } = useLanguage();
  return (
    <ul class="legend" aria-label={t(words.legend)}>
      {counts ? (
        <>
          <li class="visited">{t(words.reached)}</li>
          <li class="unvisited">{t(words.never)}</li>
          <li class="unreachable">{t(words.unreachable)}</li>
        </>
      ) : (
        <>
          <li class="active">{t(words.active)}</li>
          <li class="enabled">{t(words.canBeTaken)}</li>
          <li class="blocked">{t(words.stopped)}</li>
        </>
      )}
    </ul>
  );
}
