import type { EventChoice } from '../../session/choices.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';

/** An event the case waits for and would not accept, with what each guard says. */
export function BlockedEvent({ choice }: { readonly choice: EventChoice }) {
  const { t } = useLanguage();
  return (
    <li class="event blocked">
      <div class="line">
        <span class="digit">
          <Icon name="no" />
        </span>
        <span class="words">
          <span class="title">{t(choice.title)}</span>
          <span class="unseen">{t(words.why)}</span>
          <ul class="reasons">
            {choice.reasons.map((reason) => (
              <li key={reason.en}>{t(reason)}</li>
            ))}
          </ul>
        </span>
      </div>
    </li>
  );
}
