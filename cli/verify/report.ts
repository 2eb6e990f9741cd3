import type { Text } from '../../domain/text.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import type { Rulebook } from '../../policy/rulebook.ts';
import { decisionSections } from './decision-rows.ts';
import { failuresIn, type Outcome } from './outcome.ts';
import { reportStyle } from './report-style.ts';
import { type Section, sectionsOf } from './sections.ts';

/**
 * What a run of `verify` found as one HTML page: it needs no network, no script and no other file; it is light or dark,
 * Chinese or English, and prints.
 */
export function reportPage(outcome: Outcome): string {
  const found = sectionsOf(outcome).filter(({ rows }) => rows.length > 0);
  const types = outcome.rules.map(({ type }) => type);
  const books = Object.values<Rulebook>(rulebooks).filter(({ type }) => types.includes(type));
  const tables = books.map((book) => ({ book, sections: decisionSections(book) }));
  const failures = failuresIn(outcome);
  const verdict: Text =
    failures === 0
      ? { en: 'Nothing is wrong.', zh: '未发现问题。' }
      : { en: `${failures} things are wrong.`, zh: `发现 ${failures} 个问题。` };
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>parcel-exceptions verify</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>${words({ en: 'Verification report', zh: '验证报告' })}</h1>
<p class="verdict ${failures === 0 ? 'good' : 'bad'}">${words(verdict)}</p>
<fieldset class="choice"><legend>${words({ en: 'Language', zh: '语言' })}</legend>
<label><input type="radio" name="language" id="zh" checked> 中文</label>
<label><input type="radio" name="language" id="en"> English</label></fieldset>
<fieldset class="choice"><legend>${words({ en: 'Colours', zh: '配色' })}</legend>
<label><input type="radio" name="theme" id="auto" checked> ${words({ en: 'system', zh: '跟随系统' })}</label>
<label><input type="radio" name="theme" id="light"> ${words({ en: 'light', zh: '浅色' })}</label>
<label><input type="radio" name="theme" id="dark"> ${words({ en: 'dark', zh: '深色' })}</label></fieldset>
<nav aria-label="sections"><ul>
${found.map(({ id, heading }) => `<li><a href="#${id}">${words(heading)}</a></li>`).join('\n')}
${tables.map(({ book }) => `<li><a href="#book-${book.type}">${words(book.title)}</a></li>`).join('\n')}
</ul></nav>
</header>
<main>
${found.map((section) => sectionHtml(section, 'h2')).join('\n')}
${tables.map(({ book, sections }) => bookHtml(book, sections)).join('\n')}
</main>
</body>
</html>
`;
}

// Helpers

const numeric = /^[\d,]+( %)?$/;

function bookHtml({ type, title }: Rulebook, sections: readonly Section[]): string {
  const heading = words({ en: `Decision tables: ${title.en}`, zh: `决策表：${title.zh}` });
  return `<section id="book-${type}"><h2>${heading}</h2>
${sections.map((section) => sectionHtml(section, 'h3')).join('\n')}
</section>`;
}

function sectionHtml({ id, heading, note, columns, rows }: Section, level: 'h2' | 'h3'): string {
  return `<section id="${id}">
<${level}>${words(heading)}</${level}>
${note ? `<p>${words(note)}</p>` : ''}
<div class="scroll" tabindex="0" role="region" aria-label="${escaped(heading.en)}"><table>
<thead><tr>${columns.map((column, place) => headHtml(column, rows[0]?.[place])).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n')}
</tbody>
</table></div>
</section>`;
}

function headHtml(column: Text, first: string | Text | undefined): string {
  const isNumber = typeof first === 'string' && numeric.test(first);
  return `<th scope="col"${isNumber ? ' class="number"' : ''}>${words(column)}</th>`;
}

function cellHtml(cell: string | Text): string {
  if (typeof cell !== 'string') return `<td>${words(cell)}</td>`;
  const share = /^([\d.]+) %$/.exec(cell)?.[1];
  if (share !== undefined) {
    return `<td class="number share"><meter min="0" max="100" value="${share}"></meter> ${cell}</td>`;
  }
  if (numeric.test(cell)) return `<td class="number">${cell}</td>`;
  const kind = cell.startsWith('  ') ? 'inner' : /^[A-Z]{3}-\d+$/.test(cell) ? 'id' : null;
  return `<td${kind ? ` class="${kind}"` : ''}>${escaped(cell)}</td>`;
}

function words({ en, zh }: Text): string {
  if (en === zh) return escaped(en);
  return `<span lang="zh-CN">${escaped(zh)}</span><span lang="en">${escaped(en)}</span>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
