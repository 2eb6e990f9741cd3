/** An event without its time; `time passes` stands for none. */
export type Happening = Readonly<Record<string, unknown>> & { readonly type: string };

/** A day in milliseconds. */
const day = 86_400_000;

/** The opening instant of every driven case, in milliseconds. */
export const opening = Date.UTC(2026, 2, 2, 9);

/** An instant before a driven case is opened. */
export const daysBefore = (days: number) => new Date(opening - days * day).toISOString();

/** An instant after a driven case is opened. */
export const daysAfter = (days: number) => daysBefore(-days);

/** The report window that the driven cases set, so that a report can be late. */
export const reportWindow = 2 * day;

/** The freight of a driven case, in fen: the way out, paid by the buyer, and the way back, paid by the merchant. */
export const freight = { outbound: 900, back: 300 } as const;
