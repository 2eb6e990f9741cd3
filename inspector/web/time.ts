import type { Language } from '../../domain/text.ts';
import { DAY, HOUR, toMilliseconds } from '../../domain/time.ts';

/** An ISO instant as this computer's clock shows it: `2026-03-02 17:00`, seconds only where there are any. */
export function clockText(instant: string): string {
  const { day, time } = localParts(instant);
  return `${day} ${time}`;
}

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

// Helpers

function localParts(instant: string): { day: string; time: string } {
  const date = new Date(toMilliseconds(instant));
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = date.getSeconds();
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}${seconds === 0 ? '' : `:${two(seconds)}`}`,
  };
}
