import { describe, expect, it } from 'vitest';
import { assumed, citationText, derived, guides, stated } from '../../policy/citation.ts';
import { ambiguities, requirements } from '../../policy/requirements.ts';
import { citationMark, citationWords } from '../../policy/words.ts';
import { allCitations } from '../support/carriers.ts';

describe('every citation', () => {
  const all = allCitations();

  it('should be found: articles, parameters, conditions and transitions all cite', () => {
    const kinds = new Set(all.map(({ carrier }) => carrier.split(' ')[0]));

    expect([...kinds].sort()).toEqual(['article', 'condition', 'parameter', 'transition']);
  });

  it('should name lines that the guide has', () => {
    const outside = all.filter(({ citation }) => {
      if (citation.basis === 'assumed') return false;
      const [first, last] = citation.lines;
      return first < 1 || last < first || last > guides[citation.source].lines;
    });

    expect(outside).toEqual([]);
  });

  it('should name rules and open questions that exist', () => {
    const numbers = new Set<string>([
      ...requirements.map(({ number }) => number),
      ...Object.keys(ambiguities),
    ]);
    const unknown = all.flatMap(({ carrier, citation }) => {
      const question = citation.basis === 'assumed' ? citation.ambiguity : undefined;
      return [...(citation.rules ?? []), ...(question ? [question] : [])]
        .filter((number) => !numbers.has(number))
        .map((number) => `${carrier}: ${number}`);
    });

    expect(unknown).toEqual([]);
  });

  it('should say how a derived rule follows and why an assumption was made', () => {
    const silent = all.filter(
      ({ citation }) => citation.basis !== 'stated' && !/^[A-Z].{10,}\.$/.test(citation.note),
    );

    expect(silent.map(({ carrier }) => carrier)).toEqual([]);
  });

  it('should name at least one rule where a guide is cited', () => {
    const loose = all.filter(({ citation }) => citation.basis !== 'assumed' && citation.rules.length === 0);

    expect(loose.map(({ carrier }) => carrier)).toEqual([]);
  });
});

describe('a citation in words', () => {
  it('should give the place, the basis and the rules', () => {
    expect(citationText(stated('afterSales', 294, 294, 'R-098'))).toBe('001:294 (stated, R-098)');
    expect(citationWords(stated('refusal', 43, 45, 'R-059')).en).toBe('000:43-45 (stated, R-059)');
    expect(citationWords(stated('refusal', 43, 45, 'R-059')).zh).toBe('000:43-45 (原文, R-059)');
  });

  it('should add the note of what was derived or assumed', () => {
    expect(citationWords(derived('dropship', 37, 37, ['R-335'], 'No freight moves.')).en).toBe(
      '002:37 (derived, R-335): No freight moves.',
    );
    expect(citationWords(assumed('Treated alike.', 'A-36', 'R-098')).en).toBe(
      'assumed, A-36, R-098: Treated alike.',
    );
  });

  it('should have a short mark', () => {
    expect(citationMark(stated('courier', 199, 199, 'R-064'))).toBe('004:199');
    expect(citationMark(assumed('Treated alike.', 'A-36'))).toBe('A-36');
    expect(citationMark(assumed('Treated alike.'))).toBe('assumed');
  });
});
