import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../../domain/text.ts';
import type { EventChoice } from '../../session/choices.ts';
import type { Field } from '../../session/fields.ts';
import { type Filled, parseEventForm } from '../../session/forms.ts';
import type { SentEvent } from '../../session/session.ts';
import { FieldInput } from '../form/field-input.tsx';
import { useFirstWrong, wrongFields } from '../form/wrong-fields.ts';
import { listComma, useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';
import { targetsOf } from './targets.ts';

interface EnabledEventProps {
  readonly choice: EventChoice;
  /** The key that sends it; `null` after the ninth. */
  readonly digit: number | null;
  readonly onSend: (event: SentEvent) => void;
  /** The event is pointed at, or no longer. */
  readonly onPoint: (event: string | null) => void;
}

/** An event that can happen. Without fields one click sends it, otherwise a form opens. */
export function EnabledEvent({ choice, digit, onSend, onPoint }: EnabledEventProps) {
  const { t } = useLanguage();
  const [filled, setFilled] = useState<Filled | null>(null);
  const [wrong, setWrong] = useState<ReadonlyMap<string, Text>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const byKey = useRef(false);
  const hasFields = choice.fields.length > 1;
  const targets = targetsOf(choice);
  const whole = wrong.get('');
  const submit = (values: Filled) => {
    const parsed = parseEventForm(choice.type, values);
    if (parsed.errors === undefined) return onSend(parsed.value);
    setFilled(values);
    setWrong(wrongFields(parsed.errors));
  };
  // a click that no pointer made, as with Enter or a digit, has no detail
  const toggle = ({ detail }: MouseEvent) => {
    byKey.current = detail === 0;
    setFilled(filled ? null : choice.filled);
  };
  const close = () => {
    setFilled(null);
    opener.current?.focus();
  };
  useFirstWrong(form, wrong);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    if (byKey.current) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [filled !== null]);
  return (
    <li
      class={filled ? 'event open' : 'event'}
      onMouseEnter={() => onPoint(choice.type)}
      onMouseLeave={() => onPoint(null)}
    >
      <div class="line">
        <button
          ref={opener}
          type="button"
          class="main"
          data-choice={choice.type}
          data-digit={digit ?? undefined}
          aria-expanded={hasFields ? filled !== null : undefined}
          onFocus={() => onPoint(choice.type)}
          onBlur={() => onPoint(null)}
          onClick={(event) => (hasFields ? toggle(event) : submit(choice.filled))}
        >
          {digit === null ? <span class="digit" /> : <kbd class="digit">{digit}</kbd>}
          <span class="words">
            <span class="title">{t(choice.title)}</span>
            <span class="about">
              {t(choice.by.title)}
              {targets.length > 0 && ` → ${targets.map(t).join(t(listComma))}`}
            </span>
          </span>
        </button>
        <button
          type="button"
          class="button quiet icon"
          aria-label={`${t(hasFields ? words.withFields : words.at)}: ${t(choice.title)}`}
          aria-expanded={filled !== null}
          title={t(hasFields ? words.withFields : words.at)}
          onClick={toggle}
        >
          <Icon name={filled ? 'down' : hasFields ? 'list' : 'clock'} />
        </button>
      </div>
      {filled && (
        <form
          class="form"
          ref={form}
          noValidate
          onKeyDown={({ key }) => key === 'Escape' && close()}
          onSubmit={(event) => {
            event.preventDefault();
            submit(filled);
          }}
        >
          <span class="code">{choice.type}</span>
          {inOrder(choice.fields).map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={filled[field.name]}
              wrong={wrong}
              onChange={(value) => setFilled({ ...filled, [field.name]: value })}
            />
          ))}
          {whole && <span class="wrong">{t(whole)}</span>}
          <div class="row-buttons">
            <button type="submit" class="button primary">
              {t(words.send)}
            </button>
            <button type="button" class="button quiet" onClick={close}>
              {t(words.cancel)}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}

// Helpers

/** What an event carries first, then when it happened: that is seldom changed. */
function inOrder(fields: readonly Field[]): readonly Field[] {
  return [...fields.filter(({ name }) => name !== 'at'), ...fields.filter(({ name }) => name === 'at')];
}
