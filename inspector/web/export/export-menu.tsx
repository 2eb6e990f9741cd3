import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../../domain/text.ts';
import type { Marks } from '../../chart/marks.ts';
import type { Drawing } from '../chart/use-geometry.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { type Action, noticeOf, type State } from '../store/state.ts';
import { words } from '../words.ts';

interface ExportMenuProps {
  readonly state: State;
  readonly drawing: () => Drawing | null;
  readonly marks: Marks;
  readonly dispatch: (action: Action) => void;
}

const formats = ['Svg', 'Png', 'Mermaid', 'Report', 'Link'] as const;

/** What can be taken away from the page, masked as the notice then says. */
export function ExportMenu({ state, drawing, marks, dispatch }: ExportMenuProps) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !menu.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [isOpen]);
  const choose = async (format: (typeof formats)[number]) => {
    setOpen(false);
    try {
      const { exportAs } = await import('./export-as.ts');
      const { text, details } = await exportAs(format, { state, drawing: drawing(), marks });
      dispatch({ type: 'set', values: { notice: { kind: 'good', text, details } } });
    } catch (error) {
      const { text: why, details: lines } = noticeOf(error);
      const details = [why, ...lines];
      dispatch({ type: 'set', values: { notice: { kind: 'bad', text: words.exportFailed, details } } });
    }
  };
  const move = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      menu.current?.querySelector('button')?.focus();
    } else if (by !== undefined) {
      const place = items.indexOf(document.activeElement as HTMLElement);
      items[(place + by + items.length) % items.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="menu" ref={menu}>
      <button
        type="button"
        class="button"
        aria-label={t(words.export)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="save" />
        <span class="wide">{t(words.export)}</span>
      </button>
      {isOpen && (
        <div class="items" role="menu" tabIndex={-1} aria-label={t(words.export)} onKeyDown={move}>
          {formats.map((format) => (
            <button
              key={format}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-export={format}
              onClick={() => choose(format)}
            >
              {t(words[`export${format}`])}
              <small>{t(words[`export${format}Hint`] as Text)}</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
