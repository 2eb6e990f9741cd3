import { type FactName, factCatalogue } from '../../../domain/facts.ts';
import { factState } from '../../../explain/facts.ts';
import { stateText } from '../../../explain/render/words.ts';
import { statesOf } from '../../../explain/states.ts';
import { contextOf } from '../../../replay/snapshot.ts';
import { momentOf, type Session } from '../../session/session.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';
import { Group } from './group.tsx';

/** Where the case stands and what is known of it. */
export function StatesPanel({ session }: { readonly session: Session }) {
  const { t, language } = useLanguage();
  const { snapshot } = momentOf(session);
  const context = contextOf(snapshot);
  const facts = Object.keys(context.facts).filter((name) => Object.hasOwn(factCatalogue, name)) as FactName[];
  return (
    <>
      <Group title={t(words.active)}>
        {statesOf(snapshot).map((each) => (
          <li key={each.path}>
            {stateText(each, language)}
            <span class="code">{each.path}</span>
          </li>
        ))}
      </Group>
      <Group title={t(words.facts)}>
        {facts.length === 0 && <li class="muted">{t(words.noFacts)}</li>}
        {facts.map((name) => {
          const { title, value } = factState(name, context.facts);
          return (
            <li key={name} class="pair">
              <span>{t(title)}</span>
              <b>{value && t(value.title)}</b>
            </li>
          );
        })}
      </Group>
      <details class="json">
        <summary>{t(words.context)}</summary>
        <pre class="code">{JSON.stringify(context, null, 2)}</pre>
      </details>
    </>
  );
}
