import { useId } from 'preact/hooks';
import type { Text } from '../../../domain/text.ts';
import { DAY } from '../../../domain/time.ts';
import type { Field } from '../../session/fields.ts';
import { useLanguage } from '../language.ts';
import { fromLocal, toLocal } from '../time.ts';
import { words } from '../words.ts';
import { ObjectInput } from './object-input.tsx';

/** What the inputs of a form get. Values are as the schema takes them; `undefined`: not filled in. */
export interface InputProps {
  readonly field: Field;
  readonly value: unknown;
  /** What is wrong, by the path of the field, such as `facts.stock`. */
  readonly wrong: ReadonlyMap<string, Text>;
  readonly onChange: (value: unknown) => void;
}

/** The input of one field with its label, and what is wrong with it. */
export function FieldInput(props: InputProps) {
  const { language, t } = useLanguage();
  const id = useId();
  const { field, wrong } = props;
  if (field.kind === 'object') return <ObjectInput {...props} />;
  const problem = wrong.get(field.path.join('.'));
  const described = problem ? `${id}-wrong` : undefined;
  const unit = unitText(field, language);
  if (field.kind === 'boolean') {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={props.value === undefined ? field.default === true : props.value === true}
          onChange={({ currentTarget }) => props.onChange(currentTarget.checked)}
        />
        {t(field.label)}
      </label>
    );
  }
  return (
    <div class="field">
      <label for={id}>
        {t(field.label)}
        {unit && ` (${unit})`}
        {field.required ? (
          <span class="required" title={t(words.required)}>
            {' *'}
          </span>
        ) : (
          ` · ${t(words.optional)}`
        )}
      </label>
      <Control {...props} id={id} described={described} />
      {problem && (
        <span class="wrong" id={described}>
          {t(problem)}
        </span>
      )}
    </div>
  );
}

// Helpers

interface ControlProps extends InputProps {
  readonly id: string;
  readonly described: string | undefined;
}

function Control({ field, value, onChange, id, described }: ControlProps) {
  const { t } = useLanguage();
  const common = {
    id,
    class: 'input',
    name: field.path.join('.'),
    'aria-invalid': described !== undefined,
    'aria-describedby': described,
    'aria-required': field.required,
  };
  const given = value ?? field.default;
  switch (field.kind) {
    case 'enum':
      return (
        <select
          {...common}
          value={typeof given === 'string' ? given : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        >
          <option value="">{t(field.required ? words.choose : words.none)}</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {t(option.title)}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <input
          {...common}
          type="number"
          inputMode="decimal"
          step="any"
          value={typeof given === 'number' ? given / scaleOf(field) : ''}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.value === ''
                ? undefined
                : Math.round(currentTarget.valueAsNumber * scaleOf(field)),
            )
          }
        />
      );
    case 'instant':
      return (
        <input
          {...common}
          type="datetime-local"
          step="1"
          value={typeof given === 'string' && given !== '' ? toLocal(given) : ''}
          onChange={({ currentTarget }) => onChange(fromLocal(currentTarget.value) || undefined)}
        />
      );
    case 'list':
      return (
        <input
          {...common}
          value={Array.isArray(given) ? given.join(', ') : ''}
          onChange={({ currentTarget }) => onChange(listIn(currentTarget.value))}
        />
      );
    default:
      return (
        <input
          {...common}
          maxLength={field.longest}
          value={typeof given === 'string' ? given : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      );
  }
}

/** Money is shown in yuan and spans in days; the schema takes fen and milliseconds. */
function scaleOf({ unit }: Field): number {
  return unit === 'fen' ? 100 : unit === 'ms' ? DAY : 1;
}

function unitText({ unit }: Field, language: 'zh' | 'en'): string | null {
  if (unit === 'fen') return language === 'zh' ? '元' : 'CNY';
  if (unit === 'ms') return language === 'zh' ? '天' : 'days';
  return null;
}

function listIn(text: string): string[] | undefined {
  const entries = text
    .split(/[,，]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return entries.length > 0 ? entries : undefined;
}
