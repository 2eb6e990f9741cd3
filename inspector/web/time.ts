import type { Language } from '../../domain/text.ts';
import { DAY, HOUR } from '../../domain/time.ts';
import { localParts } from './clock-text.ts';

/** An ISO instant as the value of a `datetime-local` field. */
export function toLocal(instant: string): string {
  const { day, time } = localParts(instant);
  return `${day}T${time}`;
}

/** The ISO instant of the value of a `datetime-local` field; `''` while the field is not filled in. */
export function fromLocal(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The ISO instant of now, to the minute. */
export function nowInstant(): string {
  const date = new Date();
  date.setSeconds(0, 0);
  return date.toISOString();
}

/** A span of milliseconds in its two largest units: `2 天 3 小时`. */
export function spanText(milliseconds: number, language: Language): string {
  const [day, hour, minute, second] =
    language === 'zh' ? [' 天', ' 小时', ' 分钟', ' 秒'] : [' d', ' h', ' min', ' s'];
  const parts = [
    [Math.floor(milliseconds / DAY), day],
    [Math.floor(milliseconds / HOUR) % 24, hour],
    [Math.floor(milliseconds / 60_000) % 60, minute],
    [Math.floor(milliseconds / 1000) % 60, second],
  ].filter(([count]) => count !== 0);
  return parts.length === 0
    ? `0${minute}`
    : parts
        .slice(0, 2)
        .map(([count, unit]) => `${count}${unit}`)
        .join(' ');
}
