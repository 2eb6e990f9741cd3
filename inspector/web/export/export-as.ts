import type { Text } from '../../../domain/text.ts';
import { svgFile } from '../../chart/export.ts';
import { machineTitle } from '../../chart/machine-title.ts';
import type { Marks } from '../../chart/marks.ts';
import { linkTo } from '../../session/link.ts';
import type { Session } from '../../session/session.ts';
import type { Drawing } from '../chart/use-geometry.ts';
import { actorOf, stepOf } from '../live/actors.ts';
import { takeOver } from '../live/live-case.ts';
import { isDark } from '../preferences.ts';
import type { State } from '../store/state.ts';
import { TextError } from '../text-error.ts';
import { words } from '../words.ts';
import { download } from './download.ts';

/** What can be exported. */
export interface Exported {
  readonly state: State;
  readonly drawing: Drawing | null;
  readonly marks: Marks;
}

/** What was done, to tell the user. */
interface Done {
  readonly text: Text;
  readonly details: readonly Text[];
}

/** Exports what is shown. */
export async function exportAs(
  format: 'Svg' | 'Png' | 'Mermaid' | 'Report' | 'Link',
  exported: Exported,
): Promise<Done> {
  switch (format) {
    case 'Link':
      return copyLink(shownCase(exported.state));
    case 'Svg':
      download(`${nameOf(exported)}.svg`, svgOf(exported), 'image/svg+xml');
      break;
    case 'Mermaid': {
      const { chart, geometry, language } = drawn(exported);
      const { mermaid } = await import('../../chart/mermaid.ts');
      const view = { collapsed: new Set(geometry.collapsed) };
      download(`${nameOf(exported)}.mmd`, mermaid(chart, view, language), 'text/plain');
      break;
    }
    case 'Report':
      download(`${nameOf(exported)}.html`, await reportText(exported), 'text/html');
      break;
    case 'Png':
      download(`${nameOf(exported)}.png`, await pngOf(exported), 'image/png');
      break;
  }
  // a drawing shows the machine, with nothing of what was filled in
  const details = format === 'Report' ? [words.masked, words.ownWords] : [];
  return { text: words.exported, details };
}

// Helpers

function nameOf({ drawing, state }: Exported): string {
  return drawing?.chart.id ?? state.session.machine;
}

function drawn({ drawing }: Exported): Drawing {
  if (!drawing) throw new TextError(words.nothingDrawn);
  return drawing;
}

/** The case that is looked at: of a live app the one it reported, up to the step that is looked at. */
function shownCase({ mode, session, live, actor: chosen }: State): Session {
  if (mode !== 'live') return session;
  const actor = actorOf(live, chosen?.key ?? null);
  const step = actor && stepOf(actor, chosen?.step ?? null);
  if (!actor || !step || !actor.machine?.bundled) throw new TextError(words.noLiveCase);
  return takeOver(actor, step);
}

function svgOf(exported: Exported): string {
  const { chart, geometry, language } = drawn(exported);
  return svgFile(chart, geometry, language, {
    theme: isDark(exported.state.preferences) ? 'dark' : 'light',
    marks: exported.marks,
  });
}

async function reportText({ state, drawing }: Exported): Promise<string> {
  const { reportOf } = await import('../../report/report.ts');
  const { preferences, mode } = state;
  const session = shownCase(state);
  const replayed = mode === 'live' ? null : state.replayed;
  const { language } = preferences;
  const title = replayed?.title ?? {
    zh: `${words.report.zh} ${machineTitle(session.machine).zh}`,
    en: `${words.report.en}: ${machineTitle(session.machine).en}`,
  };
  const isOwn = drawing?.chart.id === session.machine;
  return reportOf(session, { title, language, ...(isOwn && drawing && { picture: drawing }) });
}

/** Twice the size on the page, or as large as a canvas may be. */
async function pngOf(exported: Exported): Promise<Blob> {
  const svg = svgOf(exported);
  const { width, height } = exported.drawing?.geometry ?? { width: 1, height: 1 };
  const scale = Math.min(2, 16_000 / width, 16_000 / height);
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((fulfil, reject) =>
    canvas.toBlob((blob) => (blob ? fulfil(blob) : reject(new Error(words.exportFailed.en))), 'image/png'),
  );
}

async function copyLink(session: Session): Promise<Done> {
  const { hash, warnings } = await linkTo(session);
  history.replaceState(null, '', `#${hash}`);
  await navigator.clipboard.writeText(location.href);
  return { text: words.copied, details: [words.masked, words.ownWords, ...warnings] };
}
