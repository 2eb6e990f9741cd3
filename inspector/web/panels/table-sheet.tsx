import { bearersText } from '../../../explain/render/words.ts';
import type { TableRow } from '../../session/decision-table.ts';
import type { LayerVerdict } from '../../session/verdict.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { words } from '../words.ts';

interface TableSheetProps {
  readonly layer: LayerVerdict;
  readonly onClose: () => void;
}

/** The rules of a layer as a decision table beside what is known, with the row that decides marked. */
export function TableSheet({ layer, onClose }: TableSheetProps) {
  const { t, language } = useLanguage();
  const { table, articles } = layer;
  const { columns, rows } = table;
  return (
    <Sheet title={`${t(words.asTable)} · ${t(layer.title)}`} onClose={onClose} isWide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={t(words.asTable)}>
        <table class="decision">
          <thead>
            <tr>
              <th scope="col">{t(words.article)}</th>
              {columns.map(({ fact, title }) => (
                <th key={fact} scope="col">
                  {t(title)}
                </th>
              ))}
              <th scope="col">{t(words.ruling)}</th>
            </tr>
            <tr class="present">
              <th scope="row">{t(words.present)}</th>
              {columns.map(({ fact, value }) => (
                <td key={fact}>{value ? t(value.title) : <i>{t(words.pending)}</i>}</td>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => {
              const article = articles.find(({ id }) => id === row.article);
              return (
                <tr key={place} class={classOf(row)} aria-current={row.active ? 'true' : undefined}>
                  <th scope="row" title={article && t(article.title)}>
                    {row.active && <Icon name="right" />}
                    {row.article}
                    {row.status === 'displaced' && <span class="about">{t(words.isDisplaced)}</span>}
                  </th>
                  {row.cells.map(({ needs, holds }, column) => (
                    <td key={columns[column]?.fact} class={needs ? `cell ${holds}` : 'cell any'}>
                      {needs ? (
                        <>
                          <Icon name={signs[holds]} />
                          <span class="unseen">{t(signTitles[holds])}</span>
                          {needs.map(({ title }) => t(title)).join(' / ')}
                        </>
                      ) : (
                        '–'
                      )}
                    </td>
                  ))}
                  <td>{article && bearersText(article.ruling, language)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}

// Helpers

const signs = { yes: 'yes', no: 'no', pending: 'depends' } as const;
const signTitles = { yes: words.holds, no: words.fails, pending: words.pending } as const;

function classOf({ active, status, holds }: TableRow): string {
  if (active) return 'active';
  return status === 'displaced' && holds ? 'displaced' : '';
}
