import type { Language } from '../../domain/text.ts';

/** What the page remembers between visits: how it looks, never what a case holds. */
export interface Preferences {
  readonly language: Language;
  /** `system`: as the operating system has it. */
  readonly theme: 'system' | 'light' | 'dark';
}

const key = 'parcel-inspector';

/** The preferences kept in this browser; Chinese and the theme of the system at first. */
export function readPreferences(): Preferences {
  const kept = parse(read());
  return {
    language: kept.language === 'en' ? 'en' : 'zh',
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
  };
}

/** Keeps the preferences. A browser that keeps nothing, such as one in private mode, is no reason to fail. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // the choice holds until the page is closed
  }
}

/** Shows the page in a language and theme. */
export function applyPreferences({ language, theme }: Preferences, title: string): void {
  const { documentElement: page } = document;
  page.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (theme === 'system') page.removeAttribute('data-theme');
  else page.dataset.theme = theme;
  document.title = title;
}

/** Whether the page is dark: as chosen, else as the system has it. */
export function isDark({ theme }: Preferences): boolean {
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
}

// Helpers

function read(): string {
  try {
    return localStorage.getItem(key) ?? '{}';
  } catch {
    return '{}';
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
