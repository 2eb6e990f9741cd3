import { useState } from 'preact/hooks';
import { toScenario } from '../../session/scenario-out.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { download } from '../export/download.ts';
import { useLanguage } from '../language.ts';
import { Sheet } from '../parts/sheet.tsx';
import { momentTitle } from '../titles.ts';
import { words } from '../words.ts';

interface SaveProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** Saves the path to the current step as a scenario file. */
export function Save({ session, onClose }: SaveProps) {
  const { t } = useLanguage();
  const moment = momentOf(session);
  const [zh, setZh] = useState(momentTitle(moment, 'zh'));
  const [en, setEn] = useState(momentTitle(moment, 'en'));
  const [keepPersonal, setKeepPersonal] = useState(false);
  const isComplete = zh.trim() !== '' && en.trim() !== '';
  const save = (event: Event) => {
    event.preventDefault();
    if (!isComplete) return;
    const text = toScenario(session, { zh: zh.trim(), en: en.trim() }, { keepPersonal });
    download(`${fileName(en)}.yaml`, text, 'application/yaml');
    onClose();
  };
  return (
    <Sheet title={t(words.save)} onClose={onClose}>
      <form class="case-form" noValidate onSubmit={save}>
        <p class="muted">{t(words.saveHint)}</p>
        <label class="field">
          <span class="label">{t(words.titleZh)}</span>
          <input
            class="input"
            value={zh}
            maxLength={200}
            aria-invalid={zh.trim() === ''}
            onInput={({ currentTarget }) => setZh(currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="label">{t(words.titleEn)}</span>
          <input
            class="input"
            value={en}
            maxLength={200}
            aria-invalid={en.trim() === ''}
            onInput={({ currentTarget }) => setEn(currentTarget.value)}
          />
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={!keepPersonal}
            onChange={({ currentTarget }) => setKeepPersonal(!currentTarget.checked)}
          />
          {t(words.maskPersonal)}
        </label>
        {!keepPersonal && <p class="muted">{t(words.ownWords)}</p>}
        <div class="row-buttons">
          <button type="submit" class="button primary" disabled={!isComplete}>
            {t(words.download)}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t(words.cancel)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

// Helpers

/** A title as the name of a file: `Damage was reported` becomes `damage-was-reported`. */
function fileName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name || 'scenario';
}
