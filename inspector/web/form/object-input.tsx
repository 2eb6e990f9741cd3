import { useState } from 'preact/hooks';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';
import { FieldInput, type InputProps } from './field-input.tsx';

/** Above this many optional fields, only those that are filled in are shown and others are added one by one. */
const most = 8;

/** A group of fields. Of many optional ones only those in use are shown. */
export function ObjectInput({ field, value, wrong, onChange }: InputProps) {
  const { t } = useLanguage();
  const given = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const fields = field.fields ?? [];
  const isLong = fields.length > most;
  const [added, setAdded] = useState<readonly string[]>([]);
  const shown = fields.filter(
    ({ name, required }) => !isLong || required || name in given || added.includes(name),
  );
  const others = fields.filter((each) => !shown.includes(each));
  const problem = wrong.get(field.path.join('.'));
  const change = (name: string, changed: unknown) => {
    const { [name]: _, ...rest } = given;
    onChange(changed === undefined ? rest : { ...rest, [name]: changed });
  };
  return (
    <fieldset class="object">
      <legend>{t(field.label)}</legend>
      {shown.map((inner) => (
        <div key={inner.name} class="entry">
          <FieldInput
            field={inner}
            value={given[inner.name]}
            wrong={wrong}
            onChange={(changed) => change(inner.name, changed)}
          />
          {isLong && !inner.required && (
            <button
              type="button"
              class="button quiet icon"
              aria-label={`${t(words.remove)} ${t(inner.label)}`}
              onClick={() => {
                setAdded(added.filter((name) => name !== inner.name));
                change(inner.name, undefined);
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      ))}
      {others.length > 0 && (
        <select
          class="input"
          aria-label={`${t(words.add)} ${t(field.label)}`}
          value=""
          onChange={({ currentTarget }) => {
            setAdded([...added, currentTarget.value]);
            currentTarget.value = '';
          }}
        >
          <option value="">{`+ ${t(words.add)}…`}</option>
          {others.map((inner) => (
            <option key={inner.name} value={inner.name}>
              {t(inner.label)}
            </option>
          ))}
        </select>
      )}
      {problem && <span class="wrong">{t(problem)}</span>}
    </fieldset>
  );
}
