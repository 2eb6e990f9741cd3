// What a machine never reads at run time is taken out of its source: words for people, and glossary entries it never names.
import { parseSync, Visitor } from 'rolldown/utils';

/** Properties that explain and never decide, by folder or file. */
const explaining = {
  'domain/facts.ts': new Set(['title']),
  guards: new Set(['title', 'cites', 'because', 'laws']),
  policy: new Set(['title', 'cites', 'laws', 'unit']),
  machines: new Set(['meta']),
};

/**
 * The functions of a module that take words, with the places of those parameters: `en` and `zh`, and all from `...cites` on.
 * @returns {Map<string, { words: number[], cites: number }>}
 */
export function functionsWithWords(file, source) {
  const found = new Map();
  visit(file, source, {
    FunctionDeclaration({ id, params }) {
      const words = params.flatMap((param, place) => (['en', 'zh'].includes(param.name) ? [place] : []));
      const cites = params.findIndex(
        ({ type, argument }) => type === 'RestElement' && argument.name === 'cites',
      );
      if (words.length > 0 || cites >= 0) found.set(id.name, { words, cites });
    },
  });
  return found;
}

/** The source without words: titles, citations, reasons, laws, descriptions, and arguments that are words. */
export function withoutWords(file, source, withWords) {
  const edits = [];
  const dropped = explaining[file] ?? explaining[file.split('/')[0]] ?? new Set();
  visit(file, source, {
    ObjectExpression(object) {
      const keys = object.properties.map(keyOf);
      if (keys.length === 2 && keys.includes('en') && keys.includes('zh')) edits.push(replace(object, '0'));
      edits.push(...dropProperties(object, (property) => dropped.has(keyOf(property))));
    },
    CallExpression({ callee, arguments: given, end }) {
      if (callee.type === 'MemberExpression' && callee.property.name === 'describe') {
        edits.push({ start: callee.object.end, end, text: '' });
      }
      const { words, cites } = withWords.get(callee.name) ?? { words: [], cites: -1 };
      for (const place of words) if (given[place]) edits.push(replace(given[place], '0'));
      if (cites >= 0 && given.length > cites) {
        edits.push({ start: given[cites].start, end: end - 1, text: '' });
      }
    },
  });
  return edited(source, edits);
}

/** Every text that stands in a bundled machine. A name that is not among them is used by nobody. */
export function textsIn(code) {
  const texts = new Set();
  visit('machine.js', code, {
    Literal({ value }) {
      if (typeof value === 'string') texts.add(value);
    },
  });
  return texts;
}

/** The source without conditions and actions the machine never names. Of other facts, what a case starts with remains. */
export function withoutUnnamed(file, source, named) {
  const edits = [];
  const isUnnamed = (property) => property.type === 'Property' && !named.has(keyOf(property));
  visit(file, source, {
    ObjectExpression(object) {
      edits.push(
        ...dropProperties(object, (property) => isUnnamed(property) && isCall(property, 'condition')),
      );
    },
    VariableDeclarator({ id, init }) {
      if (file !== 'domain/facts.ts' || id.name !== 'facts') return;
      const catalogue = plain(init);
      const initially = ({ value }) => value.properties.find((property) => keyOf(property) === 'initially');
      edits.push(...dropProperties(catalogue, (property) => isUnnamed(property) && !initially(property)));
      for (const property of catalogue.properties.filter(isUnnamed)) {
        const kept = initially(property);
        if (kept) edits.push(replace(property.value, `{ ${source.slice(kept.start, kept.end)} }`));
      }
    },
    CallExpression({ callee, arguments: [given] }) {
      if (file !== 'machines/setup.ts' || callee.name !== 'setup') return;
      const actions = given.properties.find((property) => keyOf(property) === 'actions');
      edits.push(...dropProperties(actions.value, isUnnamed));
    },
  });
  return edited(source, edits);
}

// Helpers

function visit(file, source, visitor) {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  new Visitor(visitor).visit(program);
}

function keyOf({ type, computed, key }) {
  return type === 'Property' && !computed ? (key.name ?? key.value) : undefined;
}

function isCall({ value }, name) {
  return value.type === 'CallExpression' && value.callee.name === name;
}

/** An expression without the types around it. */
function plain(node) {
  return node.type.startsWith('TS') ? plain(node.expression) : node;
}

function replace({ start, end }, text) {
  return { start, end, text };
}

/** Each property goes with all that stands between it and the next one. */
function dropProperties({ properties, end }, isDropped) {
  return properties.flatMap((property, place) =>
    isDropped(property)
      ? [{ start: property.start, end: properties[place + 1]?.start ?? end - 1, text: '' }]
      : [],
  );
}

/** An edit inside another one is part of it. */
function edited(source, edits) {
  let result = '';
  let from = 0;
  for (const { start, end, text } of edits.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    if (start < from) continue;
    result += source.slice(from, start) + text;
    from = end;
  }
  return result + source.slice(from);
}
