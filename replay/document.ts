import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';

/** A place in a file. Both are counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in the YAML itself, at an offset of the source. */
export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}

/** Nesting that no scenario needs. Deeper files can exhaust the memory of the YAML reader, so they are not read. */
const deepest = 64;

/** YAML (or JSON) with the places of its values. */
export interface YamlFile {
  readonly document: Document;
  readonly problems: readonly SyntaxProblem[];
  placeAt(offset: number): Place;
  /** Where the value of a path begins, or the nearest value around it that is there. */
  offsetOf(path: readonly PropertyKey[]): number;
  /** Where a key of the map at a path begins. */
  offsetOfKey(path: readonly PropertyKey[], key: string): number;
}

/**
 * Parses one YAML document and keeps the places. Refused are what makes YAML surprising or dangerous: anchors, aliases,
 * tags, directives, duplicate keys, several documents and deep nesting.
 */
export function parseYaml(source: string): YamlFile {
  const tooDeep = deepNesting(source);
  const lines = new LineCounter();
  const document = parseDocument(tooDeep === null ? source : '', {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
    stringKeys: true,
    version: '1.2',
  });
  const placeAt = (offset: number): Place => {
    if (tooDeep !== null) return placeIn(source, offset);
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    document,
    problems: tooDeep === null ? syntaxProblems(document) : [tooDeep],
    placeAt,
    offsetOf: (path) => offsetOf(document, path),
    offsetOfKey: (path, key) => keyIn(document.getIn(path, true), key) ?? offsetOf(document, path),
  };
}

// Helpers

function deepNesting(source: string): SyntaxProblem | null {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    for (const _token of parser.next(lexeme));
    if (parser.stack.length > deepest) {
      return { message: 'is nested too deeply for a scenario', offset: parser.offset };
    }
  }
  return null;
}

function syntaxProblems(document: Document): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const refuse = (node: { range?: readonly number[] | null | undefined }, message: string) =>
    problems.push({ message, offset: node.range?.[0] ?? 0 });
  if (document.directives?.yaml.explicit) refuse({}, 'directives are not allowed; remove the %YAML line');
  visit(document, {
    Node(_key, node) {
      if (isAlias(node) || ('anchor' in node && node.anchor)) {
        refuse(node, 'anchors and aliases are not allowed; write the value out');
      }
      if ('tag' in node && node.tag) refuse(node, 'tags are not allowed; write the value plainly');
      if (isMap(node)) {
        for (const key of duplicateKeys(node)) refuse(key, `the key "${key.value}" stands twice in this map`);
      }
    },
  });
  // One error of the syntax leads to others, so only the first is told.
  const [error] = document.errors;
  if (error) {
    const message =
      error.code === 'MULTIPLE_DOCS'
        ? 'a file holds one scenario; put what follows into its own file'
        : error.message;
    problems.push({ message, offset: error.pos[0] });
  }
  return problems;
}

function duplicateKeys(map: YAMLMap) {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    if (seen.has(key.value)) return [key];
    seen.add(key.value);
    return [];
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function keyIn(map: unknown, name: string): number | undefined {
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name) as Pair<Node> | undefined;
  return pair?.key.range?.[0];
}

function placeIn(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
