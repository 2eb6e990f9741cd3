import type { Marks } from '../../chart/marks.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/** What the marks of the chart mean: those of a suite that ran, or of a case. */
export function Legend({ marks }: { readonly marks: Marks }) {
  const { t } = useLanguage();
  return (
    <ul class="legend" aria-label={t(words.legend)}>
      {marks.hits ? (
        <>
          <li class="visited">{t(words.reached)}</li>
          <li class="unvisited">{t(words.never)}</li>
          <li class="unreachable">{t(words.unreachable)}</li>
        </>
      ) : (
        <>
          <li class="active">{t(words.active)}</li>
          {marks.taken && marks.taken.size > 0 && <li class="taken">{t(words.justTaken)}</li>}
          <li class="enabled">{t(words.canBeTaken)}</li>
          <li class="blocked">{t(words.stopped)}</li>
        </>
      )}
    </ul>
  );
}
