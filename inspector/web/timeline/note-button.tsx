import { useState } from 'preact/hooks';
import type { Moment } from '../../session/session.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';

interface NoteButtonProps {
  readonly moment: Moment;
  readonly onNote: (text: string) => void;
}

/** The remark on a moment: shown, and written after a click. */
export function NoteButton({ moment, onNote }: NoteButtonProps) {
  const { t } = useLanguage();
  const [editing, setEditing] = useState<number | null>(null);
  if (editing === moment.id) {
    const finish = (text: string) => {
      setEditing(null);
      if (text !== moment.note) onNote(text);
    };
    const giveUp = (input: HTMLInputElement) => {
      // the field also finishes when it goes away
      input.value = moment.note;
      setEditing(null);
    };
    return (
      <input
        class="input note"
        aria-label={t(words.note)}
        placeholder={t(words.noteHint)}
        defaultValue={moment.note}
        maxLength={500}
        ref={focusAtEnd}
        onBlur={({ currentTarget }) => finish(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish(event.currentTarget.value);
          if (event.key === 'Escape') giveUp(event.currentTarget);
        }}
      />
    );
  }
  return (
    <button
      type="button"
      class="button quiet note-button"
      title={t(words.addNote)}
      onClick={() => setEditing(moment.id)}
    >
      <Icon name="note" />
      <span class={moment.note ? 'words' : 'wide'}>{moment.note || t(words.note)}</span>
    </button>
  );
}

// Helpers

/** Called once, when the field opens: what is typed goes on after what stands there. */
function focusAtEnd(input: HTMLInputElement | null): void {
  input?.focus();
  input?.setSelectionRange(input.value.length, input.value.length);
}
