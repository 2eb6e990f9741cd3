import { useState } from 'preact/hooks';
import type { EventChoice } from '../../session/choices.ts';
import type { Field } from '../../session/fields.ts';
import { type Filled, parseEventForm } from '../../session/forms.ts';
import type { SentEvent } from '../../session/session.ts';
import { FieldInput } from '../form/field-input.tsx';
import { useLanguage } from '../language.ts';
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
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const hasFields = choice.fields.length > 1;
  const targets = targetsOf(choice);
  const submit = (values: Filled) => {
    const parsed = parseEventForm(choice.type, values);
    if (parsed.errors === undefined) return onSend(parsed.value);
    setFilled(values);
    setWrong(new Map(parsed.errors.map(({ path, message }) => [path.join('.'), t(message)])));
  };
  const toggle = () => setFilled(filled ? null : choice.filled);
  return (
    <li
      class={filled ? 'event open' : 'event'}
      onMouseEnter={() => onPoint(choice.type)}
      onMouseLeave={() => onPoint(null)}
    >
      <div class="line">
        <button
          type="button"
          class="main"
          data-choice={choice.type}
          data-digit={digit ?? undefined}
          aria-expanded={hasFields ? filled !== null : undefined}
          onFocus={() => onPoint(choice.type)}
          onBlur={() => onPoint(null)}
          onClick={() => (hasFields ? toggle() : submit(choice.filled))}
        >
          {digit === null ? <span class="digit" /> : <kbd class="digit">{digit}</kbd>}
          <span class="words">
            <span class="title">{t(choice.title)}</span>
            <span class="about">
              {t(choice.by.title)}
              {targets.length > 0 && ` → ${targets.map(t).join('、')}`}
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
          ref={reveal}
          noValidate
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
          {wrong.has('') && <span class="wrong">{wrong.get('')}</span>}
          <div class="row-buttons">
            <button type="submit" class="button primary">
              {t(words.send)}
            </button>
            <button type="button" class="button quiet" onClick={() => setFilled(null)}>
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

/** Called once, when the form opens. */
function reveal(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}
