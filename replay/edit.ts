import { isMap, isScalar, isSeq, type Node, type Pair, stringify, type YAMLMap, type YAMLSeq } from 'yaml';

/** A part of a text to replace: from `start` up to `end`, by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with its parts replaced. Parts must not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, text: inserted }) => text.slice(0, start) + inserted + text.slice(end),
      source,
    );
}

/** A value on one line, in the style of scenario files: `{ a: 1 }` and `[a, b]`, or as JSON. */
export function flowText(value: unknown, asJson = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowText(item, asJson)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, field]) => fieldText(name, field, asJson));
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  if (asJson) return JSON.stringify(value);
  const text = stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd();
  return typeof value === 'string' && text === value && /[,[\]{}]/.test(value) ? `'${value}'` : text;
}

/** The edits that give a field of a map another value, and leave comments and layout around it alone. */
export function setField(source: string, map: YAMLMap, name: string, value: unknown): Edit[] {
  const pair = pairOf(map, name);
  if (pair?.value?.range) return setValue(source, pair.value, value, pair);
  const [first] = map.items as Pair<Node, Node>[];
  const start = first?.key.range?.[0];
  if (start === undefined) {
    const inside = (map.range?.[0] ?? 0) + 1;
    return [{ start: inside, end: inside, text: ` ${fieldText(name, value, isJson(source))} ` }];
  }
  const separator = map.flow ? ', ' : `${newline(source)}${' '.repeat(columnOf(source, start))}`;
  return [{ start, end: start, text: `${fieldText(name, value, isJson(source))}${separator}` }];
}

/** The edit that removes a field from a map that keeps others. */
export function removeField(source: string, map: YAMLMap, name: string): Edit[] {
  const pairs = map.items as Pair<Node, Node>[];
  const pair = pairOf(map, name);
  const [start, end] = [pair?.key.range?.[0], pair?.value?.range?.[1]];
  if (!pair || start === undefined || end === undefined) return [];
  if (!map.flow) return [{ start: source.slice(0, start).trimEnd().length, end, text: '' }];
  const index = pairs.indexOf(pair);
  const next = pairs[index + 1]?.key.range?.[0];
  return next === undefined
    ? [{ start: pairs[index - 1]?.value?.range?.[1] ?? start, end, text: '' }]
    : [{ start, end: next, text: '' }];
}

/** The edit that puts another field in the place of one. */
export function replaceField(
  source: string,
  map: YAMLMap,
  name: string,
  other: string,
  value: unknown,
): Edit[] {
  const pair = pairOf(map, name);
  const [start, end] = [pair?.key.range?.[0], pair?.value?.range?.[1]];
  if (start === undefined || end === undefined) return [];
  return [{ start, end, text: fieldText(other, value, isJson(source)) }];
}

/** The edit that gives a map another field after its last one. */
export function addField(source: string, map: YAMLMap, name: string, value: unknown): Edit {
  const last = map.items.at(-1) as Pair<Node, Node> | undefined;
  const end = trimmedEnd(source, last?.value?.range?.[1] ?? 0);
  if (map.flow) return { start: end, end, text: `, ${fieldText(name, value, isJson(source))}` };
  const after = lineEnd(source, end);
  const indent = ' '.repeat(columnOf(source, last?.key.range?.[0] ?? 0));
  return {
    start: after,
    end: after,
    text: `${newline(source)}${indent}${fieldText(name, value, isJson(source))}`,
  };
}

// Helpers

function fieldText(name: string, value: unknown, asJson: boolean): string {
  return `${asJson ? JSON.stringify(name) : name}: ${flowText(value, asJson)}`;
}

function isJson(source: string): boolean {
  return /^\uFEFF?\s*\{/.test(source);
}

function setValue(source: string, node: Node, value: unknown, pair?: Pair<Node, Node>): Edit[] {
  if (isMap(node) && isPlainObject(value) && sameNames(node, value)) {
    return (node.items as Pair<Node, Node>[]).flatMap(({ key, value: inner }) => {
      const wanted = value[String((key as unknown as { value: unknown }).value)];
      return inner && !isSame(inner, wanted) ? setValue(source, inner, wanted) : [];
    });
  }
  if (isSeq(node) && Array.isArray(value) && node.items.length === value.length) {
    return (node.items as Node[]).flatMap((item, index) =>
      isSame(item, value[index]) ? [] : setValue(source, item, value[index]),
    );
  }
  if (isSeq(node) && Array.isArray(value) && !node.flow && value.length > 0) {
    return blockList(source, node, value);
  }
  const [start = 0, end = 0] = node.range ?? [];
  const isBlock = (isMap(node) || isSeq(node)) && !node.flow;
  if (!isBlock) return [{ start, end, text: flowText(value, isJson(source)) }];
  const text = flowText(value, isJson(source));
  const key = pair?.key.range?.[1];
  return key === undefined
    ? [{ start, end: trimmedEnd(source, end), text }]
    : [{ start: key + 1, end: trimmedEnd(source, end), text: ` ${text}` }];
}

/** A list with one item a line. Items that stay keep their text, their comments and the blank lines around them. */
function blockList(source: string, list: YAMLSeq, values: readonly unknown[]): Edit[] {
  const items = list.items as Node[];
  const edits: Edit[] = [];
  let place = 0;
  let added: unknown[] = [];
  for (const value of values) {
    const index = items.findIndex((item, at) => at >= place && isSame(item, value));
    if (index < 0) added.push(value);
    else {
      edits.push(...itemEdits(source, list, place, index, added));
      [place, added] = [index + 1, []];
    }
  }
  return [...edits, ...itemEdits(source, list, place, items.length, added)];
}

/** The edits that put other values in the place of the items from `start` up to `end`. */
function itemEdits(
  source: string,
  list: YAMLSeq,
  start: number,
  end: number,
  values: readonly unknown[],
): Edit[] {
  const items = list.items as Node[];
  const dash = ' '.repeat(columnOf(source, list.range?.[0] ?? 0));
  const replaced = items.slice(start, end).flatMap((item, index): Edit[] => {
    const [from = 0, to = 0] = item.range ?? [];
    if (index < values.length) {
      return [{ start: from, end: trimmedEnd(source, to), text: flowText(values[index]) }];
    }
    const before = source.lastIndexOf(`${newline(source)}${dash}-`, from);
    return [{ start: before, end: lineEnd(source, trimmedEnd(source, to)), text: '' }];
  });
  const more = values.slice(end - start).map((value) => `- ${flowText(value)}`);
  const [first] = list.range ?? [0];
  const last = items[end - 1]?.range?.[1];
  if (more.length === 0) return replaced;
  const apart = `${newline(source)}${dash}`;
  if (last === undefined) return [{ start: first, end: first, text: `${more.join(apart)}${apart}` }];
  const after = lineEnd(source, trimmedEnd(source, last));
  return [...replaced, { start: after, end: after, text: `${apart}${more.join(apart)}` }];
}

/** Where the line ends that a place lies in. */
function lineEnd(source: string, place: number): number {
  return source.slice(place).search(/\r?\n|$/) + place;
}

function pairOf(map: YAMLMap, name: string): Pair<Node, Node> | undefined {
  return (map.items as Pair<Node, Node>[]).find(({ key }) => isScalar(key) && key.value === name);
}

function isSame(node: Node, value: unknown): boolean {
  return flowText(node.toJSON()) === flowText(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameNames(map: YAMLMap, value: Readonly<Record<string, unknown>>): boolean {
  const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return names.length === Object.keys(value).length && names.every((name) => Object.hasOwn(value, name));
}

function columnOf(source: string, offset: number): number {
  return offset - (source.lastIndexOf('\n', offset - 1) + 1);
}

function trimmedEnd(source: string, end: number): number {
  return source.slice(0, end).trimEnd().length;
}

function newline(source: string): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
}
