import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Text } from '../../domain/text.ts';
import { withLocalTimes } from './clock-text.ts';

/** The language of the page. */
export const LanguageContext = createContext<Language>('zh');

/** What stands between the entries of a list. */
export const listComma = { zh: '、', en: ', ' } as const satisfies Text;

/** The language of the page, and what puts a text into it with its instants in local time. */
export function useLanguage(): { readonly language: Language; readonly t: (text: Text) => string } {
  const language = useContext(LanguageContext);
  return { language, t: (text) => withLocalTimes(text[language]) };
}
