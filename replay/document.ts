import {
  Composer,
  type CST,
  Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  type ParseOptions,
  Parser,
  type SchemaOptions,
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
  const lines = new LineCounter();
  const { document, problem } = compose(source, lines);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    document,
    problems: problem === null ? syntaxProblems(document) : [problem],
    placeAt,
    offsetOf: (path) => offsetOf(document, path),
    offsetOfKey: (path, key) => keyIn(document.getIn(path, true), key) ?? offsetOf(document, path),
  };
}

// Helpers

const options: ParseOptions & DocumentOptions & SchemaOptions = {
  prettyErrors: false,
  uniqueKeys: false,
  merge: false,
  stringKeys: true,
  version: '1.2',
};

/** The one document of a source; an empty one and the problem if it cannot be composed. */
function compose(
  source: string,
  lines: LineCounter,
): { readonly document: Document; readonly problem: SyntaxProblem | null } {
  const composer = new Composer(options);
  let found: Document | null = null;
  try {
    for (const document of composer.compose(tokensOf(source, lines), true, source.length)) {
      if (found !== null) {
        const message = 'a file holds one scenario; put what follows into its own file';
        return { document: found, problem: { message, offset: document.range[0] } };
      }
      found = document;
    }
  } catch (error) {
    if (!(error instanceof DeepNesting)) throw error;
    const problem = { message: 'is nested too deeply for a scenario', offset: error.offset };
    return { document: new Document(), problem };
  }
  return { document: found ?? new Document(), problem: null };
}

class DeepNesting extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/** The tokens of a source. Tokens are whole documents, so deep nesting is noticed before anything is composed. */
function* tokensOf(source: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest) throw new DeepNesting(parser.offset);
  }
  yield* parser.end();
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
  if (error) problems.push({ message: error.message, offset: error.pos[0] });
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
