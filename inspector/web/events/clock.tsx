import { after, DAY, HOUR } from '../../../domain/time.ts';
import { contextOf } from '../../../replay/snapshot.ts';
import { machineTitle } from '../../chart/machine-title.ts';
import type { RunningDeadline } from '../../session/choices.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { clockText } from '../clock-text.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import type { Action } from '../store/state.ts';
import { spanText } from '../time.ts';
import { words } from '../words.ts';

interface ClockProps {
  readonly session: Session;
  readonly deadlines: readonly RunningDeadline[];
  readonly dispatch: (action: Action) => void;
}

/** The case, its clock, and the deadlines that run. */
export function Clock({ session, deadlines, dispatch }: ClockProps) {
  const { t, language } = useLanguage();
  const { clock, snapshot } = momentOf(session);
  const { caseId } = contextOf(snapshot);
  const isOpen = snapshot.status === 'active';
  const spans = [
    { by: HOUR, label: words.hour },
    { by: DAY, label: words.day },
    { by: 7 * DAY, label: words.week },
  ];
  return (
    <section class="case" aria-label={t(words.now)}>
      <div class="case-head">
        <div class="names">
          <strong>{machineTitle(session.machine)[language]}</strong>
          <span class="code">{caseId}</span>
        </div>
        <button
          type="button"
          class="button"
          onClick={() => dispatch({ type: 'set', values: { dialog: 'newCase' } })}
        >
          <Icon name="plus" />
          {t(words.newCase)}
        </button>
      </div>
      <div class="case-clock">
        <time dateTime={clock}>{clockText(clock)}</time>
        {isOpen ? (
          <span class="group">
            {spans.map(({ by, label }) => (
              <button
                key={by}
                type="button"
                class="button quiet small"
                aria-label={`${t(words.advanceBy)} ${t(label)}`}
                onClick={() => dispatch({ type: 'wait', until: after(clock, by) })}
              >
                +{t(label)}
              </button>
            ))}
          </span>
        ) : (
          <span class="mark">{t(words.closed)}</span>
        )}
      </div>
      {isOpen && snapshot.hasTag('needsHuman') && <span class="mark warn">{t(words.needsHuman)}</span>}
      {deadlines.length > 0 && (
        <ul class="deadlines" aria-label={t(words.deadlines)}>
          {deadlines.map(({ id, title, dueAt, remaining, mustAct, lapse, leadsTo, isNext }) => (
            <li
              key={id}
              title={`${t(lapse.title)}${leadsTo.map((state) => ` → ${t(state.title)}`).join('')}`}
            >
              <Icon name="clock" />
              <span class="words">
                <span class="title">{t(title)}</span>
                <span class="about">
                  {clockText(dueAt)} · {t(mustAct.title)}
                </span>
              </span>
              {remaining < 0 ? (
                <span class="mark warn">{t(words.overdue)}</span>
              ) : (
                <span class={isNext ? 'mark accent' : 'mark'}>{spanText(remaining, language)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {deadlines.some(({ isNext }) => isNext) && (
        <button type="button" class="button" data-advance onClick={() => dispatch({ type: 'advance' })}>
          <Icon name="last" />
          {t(words.advance)}
          <kbd>t</kbd>
        </button>
      )}
    </section>
  );
}
