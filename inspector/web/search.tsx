import { useId, useMemo, useState } from 'preact/hooks';
import type { Text } from '../../domain/text.ts';
import type { Chart } from '../chart/chart.ts';
import { useLanguage } from './language.ts';
import { Icon } from './parts/icon.tsx';
import { words } from './words.ts';

interface SearchProps {
  /** `null` while there is none. */
  readonly chart: Chart | null;
  /** A state or branch was chosen. */
  readonly onPick: (id: string) => void;
}

/** Something that can be found. */
interface Entry {
  /** Of a state, or of the first branch with an event. */
  readonly id: string;
  readonly kind: 'state' | 'event';
  readonly title: string;
  readonly code: string;
  /** Everything it can be found by, in small letters. */
  readonly names: string;
}

/** More than these are not listed. */
const most = 12;

/** Finds states and events of the chart by their names in either language. */
export function Search({ chart, onPick }: SearchProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const entries = useMemo(() => (chart ? entriesOf(chart, language) : []), [chart, language]);
  const wanted = query.trim().toLowerCase();
  const found = wanted === '' ? [] : entries.filter(({ names }) => names.includes(wanted)).slice(0, most);
  const pick = (entry: Entry | undefined) => {
    if (!entry) return;
    onPick(entry.id);
    setQuery('');
  };
  const press = (event: KeyboardEvent) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (moves !== undefined && found.length > 0) {
      event.preventDefault();
      setPlace((place + moves + found.length) % found.length);
    } else if (event.key === 'Enter') pick(found[place]);
    else if (event.key === 'Escape') {
      setQuery('');
      (event.currentTarget as HTMLElement).blur();
    }
  };
  return (
    <search class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        role="combobox"
        data-search
        aria-label={t(words.search)}
        aria-expanded={wanted !== ''}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found[place] ? `${id}-${place}` : undefined}
        placeholder={`${t(words.search)}  /`}
        autoComplete="off"
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={press}
      />
      {wanted !== '' && (
        <div class="found" role="listbox" id={`${id}-list`} aria-label={t(words.search)}>
          {found.length === 0 && <p class="none">{t(words.nothingFound)}</p>}
          {found.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the field, as a combobox does
            <div
              key={entry.id}
              role="option"
              id={`${id}-${index}`}
              tabIndex={-1}
              aria-selected={index === place}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(entry)}
            >
              <span>{entry.title}</span>
              <span class="code">{entry.code}</span>
            </div>
          ))}
        </div>
      )}
    </search>
  );
}

// Helpers

function entriesOf({ nodes, edges }: Chart, language: 'zh' | 'en'): Entry[] {
  const states = nodes
    .filter(({ parent }) => parent !== null)
    .map(
      ({ id, title }): Entry => ({
        id,
        kind: 'state',
        title: title[language],
        code: id,
        names: namesOf(title, id),
      }),
    );
  const events = new Map<string, Entry>();
  for (const branch of [...edges.flatMap((edge) => edge.branches), ...nodes.flatMap((node) => node.inside)]) {
    const { id, event, title } = branch;
    if (event === '' || events.has(event)) continue;
    events.set(event, {
      id,
      kind: 'event',
      title: title?.[language] ?? event,
      code: event,
      names: namesOf(title, event),
    });
  }
  return [...states, ...events.values()];
}

function namesOf(title: Text | null | undefined, code: string): string {
  return `${title?.zh ?? ''} ${title?.en ?? ''} ${code}`.toLowerCase();
}
