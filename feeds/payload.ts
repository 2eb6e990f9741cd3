import { ParcelError } from '../domain/errors.ts';

/** The fields of a form in which providers push JSON. */
const formFields = ['param', 'RequestData'];

/**
 * The payloads of a file: one JSON document, one JSON document a line, or the body of a form as kuaidi100 and kdniao
 * push it.
 * @param file the name to show in errors.
 * @throws {ParcelError} `INVALID_FEED` with file, line and column of what is no JSON.
 */
export function payloadsOf(source: string, file: string): unknown[] {
  const text = source.replace(/^\uFEFF/, '').trim();
  if (text === '')
    throw new ParcelError('INVALID_FEED', `${file}:1:1: the file is empty; pipe a payload into it`);
  if (new RegExp(`(^|&)(${formFields.join('|')})=`).test(text.slice(0, 200))) return [fromForm(text, file)];
  const whole = parse(text);
  if ('value' in whole) return [whole.value];
  const lines = source.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  const [first] = filled;
  if (filled.length < 2 || !first || 'problem' in parse(first.line)) throw noJson(file, whole, source);
  return filled.map(({ line, number }) => {
    const parsed = parse(line);
    if ('value' in parsed) return parsed.value;
    throw new ParcelError('INVALID_FEED', `${file}:${number}:1: this line is no JSON: ${parsed.problem}`);
  });
}

// Helpers

type Parsed = { readonly value: unknown } | { readonly problem: string };

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

function fromForm(text: string, file: string): unknown {
  const form = new URLSearchParams(text);
  const name = formFields.find((field) => form.has(field)) ?? '';
  const parsed = parse(form.get(name) ?? '');
  if ('value' in parsed) return parsed.value;
  throw new ParcelError(
    'INVALID_FEED',
    `${file}:1:1: the field "${name}" of the form is no JSON: ${parsed.problem}`,
  );
}

function noJson(file: string, { problem }: { readonly problem?: string }, source: string): ParcelError {
  const offset = Number(/position (\d+)/.exec(problem ?? '')?.[1] ?? 0);
  const before = source.slice(0, offset).split('\n');
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return new ParcelError(
    'INVALID_FEED',
    `${file}:${place}: this is no JSON: ${problem}. Give one payload, one a line, or the body of a form.`,
  );
}
