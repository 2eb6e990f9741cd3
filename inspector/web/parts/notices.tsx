import { useLanguage } from '../language.ts';
import type { Notice } from '../store/state.ts';
import { words } from '../words.ts';
import { Icon } from './icon.tsx';

interface NoticesProps {
  readonly notice: Notice | null;
  readonly onClose: () => void;
}

/** Something the user has to know, over the page until it is closed or something else happens. */
export function Notices({ notice, onClose }: NoticesProps) {
  const { t } = useLanguage();
  return (
    <div class="notices" aria-live="polite">
      {notice && (
        <div class={`notice ${notice.kind}`}>
          <div class="notice-head">
            <strong>{t(notice.text)}</strong>
            <button type="button" class="button quiet icon" aria-label={t(words.close)} onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          {notice.details.length > 0 && (
            <span class="code">
              {notice.details.map((line) => (typeof line === 'string' ? line : t(line))).join('\n')}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
