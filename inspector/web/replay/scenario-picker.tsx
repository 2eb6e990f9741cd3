import { useEffect, useState } from 'preact/hooks';
import type { ScenarioEntry } from '../../api.ts';
import { useLanguage } from '../language.ts';
import { FileButton } from '../parts/file-button.tsx';
import { type ServerError, scenarioList } from '../server.ts';
import type { Action } from '../store/state.ts';
import { folderTitle } from '../titles.ts';
import { words } from '../words.ts';
import { openFile, openKnown } from './open.ts';

/** The scenarios to choose from: a file of the user, those of the command line, and those that come with the package. */
export function ScenarioPicker({ dispatch }: { readonly dispatch: (action: Action) => void }) {
  const { t, language } = useLanguage();
  const [entries, setEntries] = useState<readonly ScenarioEntry[] | null>(null);
  const [failure, setFailure] = useState<ServerError | null>(null);
  const [filter, setFilter] = useState('');
  useEffect(() => {
    scenarioList().then(setEntries, setFailure);
  }, []);
  const wanted = filter.trim().toLowerCase();
  const shown = (entries ?? []).filter(({ id, title }) =>
    `${id.replaceAll('-', ' ')} ${title?.zh ?? ''} ${title?.en ?? ''}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div class="intro">
        <FileButton
          label={t(words.openScenario)}
          accept=".yaml,.yml,.json,.txt,.ndjson"
          onFiles={([file]) => file && openFile(file, dispatch)}
        />
        <span class="muted">{t(words.dropHere)}</span>
      </div>
      {failure && <p class="notice warn">{t(words.offline)}</p>}
      {entries && (
        <div class="filter">
          <input
            class="input"
            type="search"
            aria-label={t(words.filter)}
            placeholder={`${t(words.filter)} (${entries.length})`}
            value={filter}
            onInput={({ currentTarget }) => setFilter(currentTarget.value)}
          />
        </div>
      )}
      {groupsOf(shown).map(({ source, folder, files }) => (
        <details key={`${source}/${folder}`} class="folder" open={wanted !== '' || source === 'given'}>
          <summary>
            {source === 'given' ? t(words.ownFolder) : folderTitle(folder)[language]}
            <span class="count">{files.length}</span>
          </summary>
          <ul>
            {files.map(({ id, file, title }) => (
              <li key={id}>
                <button type="button" class="scenario" onClick={() => openKnown(id, file, dispatch)}>
                  {title ? t(title) : nameOf(id)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

// Helpers

interface Group {
  readonly source: ScenarioEntry['source'];
  readonly folder: string;
  readonly files: ScenarioEntry[];
}

function groupsOf(entries: readonly ScenarioEntry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const [source, ...rest] = entry.id.split('/');
    const folder = rest.length > 1 ? (rest[0] ?? '') : '';
    const key = source === 'given' ? 'given' : `${source}/${folder}`;
    const group = groups.get(key) ?? { source: entry.source, folder, files: [] };
    group.files.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function nameOf(id: string): string {
  return (id.split('/').at(-1) ?? id).replace(/\.(ya?ml|json)$/, '').replaceAll('-', ' ');
}
