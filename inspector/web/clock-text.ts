/** An ISO instant as this computer's clock shows it: `2026-03-02 17:00`, seconds only where there are any. */
export function clockText(instant: string): string {
  const { day, time } = localParts(instant);
  return `${day} ${time}`;
}

/** A text with the instants in it, ISO or as the explanations write them, as this computer's clock shows them. */
export function withLocalTimes(text: string): string {
  return text.replace(instantInText, (found) => clockText(found.replace(' UTC', 'Z').replace(' ', 'T')));
}

/** Day and time of an ISO instant on this computer's clock. */
export function localParts(instant: string): { day: string; time: string } {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = date.getSeconds();
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}${seconds === 0 ? '' : `:${two(seconds)}`}`,
  };
}

// Helpers

/** Not the example of how an instant is written. */
const instantInText =
  /(?<!such as )\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)| \d\d:\d\d(?::\d\d)? UTC)/g;
