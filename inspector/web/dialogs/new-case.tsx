import { useRef, useState } from 'preact/hooks';
import type { Text } from '../../../domain/text.ts';
import type { MachineName } from '../../../machines/index.ts';
import { inputFields } from '../../session/fields.ts';
import { type Filled, parseInputForm } from '../../session/forms.ts';
import { receiptDueOf } from '../../session/receipt-due.ts';
import { openSession, type Session } from '../../session/session.ts';
import { FieldInput } from '../form/field-input.tsx';
import { useFirstWrong, wrongFields } from '../form/wrong-fields.ts';
import { useLanguage } from '../language.ts';
import { Sheet } from '../parts/sheet.tsx';
import { words } from '../words.ts';

interface NewCaseProps {
  readonly machine: MachineName;
  /** What the form is filled in with. */
  readonly input: Filled;
  readonly onOpen: (session: Session) => void;
  readonly onClose: () => void;
}

/** What is asked first; everything else is folded away. */
const asked = ['caseId', 'openedAt', 'order'];

/** The form that opens a case. */
export function NewCase({ machine, input, onOpen, onClose }: NewCaseProps) {
  const { t } = useLanguage();
  const [filled, setFilled] = useState<Filled>(input);
  const [wrong, setWrong] = useState<ReadonlyMap<string, Text>>(new Map());
  const form = useRef<HTMLFormElement>(null);
  useFirstWrong(form, wrong);
  // until it is changed by hand, the time of the automatic confirmation follows the time of the opening
  const followed = useRef((input.order as Filled | undefined)?.receiptDueAt);
  const change = (name: string, value: unknown) => {
    const changed = { ...filled, [name]: value };
    const order = changed.order as Filled | undefined;
    const due = name === 'openedAt' ? receiptDueOf(input, value) : undefined;
    if (due === undefined || order?.receiptDueAt !== followed.current) return setFilled(changed);
    followed.current = due;
    setFilled({ ...changed, order: { ...order, receiptDueAt: due } });
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const parsed = parseInputForm(filled);
    if (parsed.errors === undefined) return onOpen(openSession(machine, parsed.value));
    setWrong(wrongFields(parsed.errors));
  };
  const fieldFor = (field: ReturnType<typeof inputFields>[number]) => (
    <FieldInput
      key={field.name}
      field={field}
      value={filled[field.name]}
      wrong={wrong}
      onChange={(value) => change(field.name, value)}
    />
  );
  const fields = inputFields();
  return (
    <Sheet title={t(words.newCase)} onClose={onClose}>
      <form class="case-form" ref={form} noValidate onSubmit={submit}>
        {fields.filter(({ name }) => asked.includes(name)).map(fieldFor)}
        <details open={[...wrong.keys()].some((path) => !asked.includes(path.split('.')[0] ?? ''))}>
          <summary>{t(words.moreCaseData)}</summary>
          <div class="more">{fields.filter(({ name }) => !asked.includes(name)).map(fieldFor)}</div>
        </details>
        <div class="row-buttons">
          <button type="submit" class="button primary">
            {t(words.openCase)}
          </button>
          <button type="button" class="button quiet" onClick={onClose}>
            {t(words.cancel)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
