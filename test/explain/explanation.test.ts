import { describe, expect, it } from 'vitest';
import { explainArticles } from '../../explain/articles.ts';
import {
  type ArticleExplanation,
  type Explanation,
  explain,
  type LayerExplanation,
} from '../../explain/index.ts';
import { assumed } from '../../policy/citation.ts';
import { type Known, type Layer, type Row, rulebook } from '../../policy/rulebook.ts';
import type { CaseSnapshot } from '../../replay/snapshot.ts';
import {
  awarded,
  caseOf,
  complainedOf,
  damagedDecided,
  leftWithThirdParty,
  notYetDamaged,
} from '../support/explained.ts';

describe('an explanation', () => {
  it('should say who pays, by which article, on which facts', () => {
    const payer = on('payer', damagedDecided());

    expect(payer.stage).toBe('adopted');
    expect(payer.adopted).toMatchObject({
      by: 'article',
      article: { id: 'DMG-6' },
      ruling: { ruling: 'merchant', bearers: [{ line: 'payer', bearer: { value: 'merchant' } }] },
    });
    expect(articleOn(payer, 'DMG-6').matched.map(({ fact, value }) => [fact, value?.value])).toEqual([
      ['signedBy', 'thirdParty'],
      ['contactProof', 'missing'],
      ['damageProof', 'shown'],
    ]);
  });

  it('should say on which fact an article failed, what it is and what it would have to be', () => {
    const [unmet, ...others] = articleOn(on('payer', damagedDecided()), 'DMG-1').unmet;

    expect(others).toEqual([]);
    expect(unmet).toMatchObject({
      fact: 'signedBy',
      value: { value: 'thirdParty', title: { en: 'a third party' } },
      needs: [{ value: 'nobody' }],
    });
  });

  it('should count an article as open while only pending facts keep it from holding', () => {
    const payer = on('payer', leftWithThirdParty());

    expect(articleOn(payer, 'DMG-8').status).toBe('failed');
    expect(articleOn(payer, 'DMG-6')).toMatchObject({
      status: 'open',
      unmet: [{ fact: 'contactProof', value: null, needs: [{ value: 'missing' }] }],
    });
    expect(articleOn(payer, 'DMG-5').unmet.map(({ fact }) => fact)).toEqual(['contactProof', 'consentProof']);
  });

  it('should take the row that misses the fewest facts', () => {
    const explained = explainedRow(
      [
        { complaint: 'no', consentProof: 'shown' },
        { complaint: 'yes', contactProof: 'shown', consentProof: 'missing' },
        { complaint: 'no', contactProof: 'shown', consentProof: 'missing' },
      ],
      { complaint: 'yes', contactProof: 'missing', consentProof: 'missing' },
    );

    expect(explained).toMatchObject({
      status: 'failed',
      matched: [{ fact: 'complaint' }, { fact: 'consentProof' }],
      unmet: [{ fact: 'contactProof', value: { value: 'missing' }, needs: [{ value: 'shown' }] }],
    });
  });

  it('should say which facts exclude an article whose own facts are only pending', () => {
    const explained = explainedRow([{ complaint: 'yes', consentProof: 'shown' }], {
      complaint: 'yes',
      contactProof: 'missing',
    });

    expect(explained).toMatchObject({
      status: 'failed',
      matched: [{ fact: 'complaint' }],
      unmet: [{ fact: 'consentProof', value: null, needs: [{ value: 'shown' }] }],
      ruledOutBy: [{ fact: 'contactProof', value: { value: 'missing' } }],
    });
  });

  it('should name the article that displaced another', () => {
    const payer = on('payer', complainedOf());
    const governing = payer.articles.filter(({ status }) => status === 'governs');

    expect(governing).toMatchObject([{ id: payer.adopted?.article?.id, unmet: [] }]);
    expect(governing[0]?.matched.map(({ fact }) => fact)).toContain('complaint');
    expect(articleOn(payer, 'DMG-2')).toMatchObject({
      status: 'displaced',
      unmet: [],
      displacedBy: governing.map(({ id }) => id),
    });
  });

  it('should say what is missing, whom to ask next and what silence counts as', () => {
    const { stage, finding } = on('payer', leftWithThirdParty());

    expect(stage).toBe('weighing');
    expect(finding).toMatchObject({
      kind: 'pending',
      missing: [
        { fact: 'contactProof', ask: { value: 'courier' }, ifSilent: { value: 'missing' } },
        { fact: 'consentProof', ask: { value: 'courier' }, ifSilent: { value: 'missing' } },
      ],
      next: {
        from: { value: 'courier', title: { zh: '快递公司' } },
        facts: ['contactProof', 'consentProof'],
        ifSilent: { kind: 'decided', article: { id: 'DMG-6' } },
      },
    });
  });

  it('should wait with the freight until somebody pays, and name both ways then', () => {
    expect(on('freight', leftWithThirdParty()).finding).toEqual({ kind: 'awaitsPayer' });
    expect(on('freight', damagedDecided()).adopted?.ruling.bearers).toMatchObject([
      { line: 'outbound', bearer: { value: 'merchant' } },
      { line: 'return', bearer: { value: 'merchant' } },
    ]);
  });

  it('should ask for no recourse where the buyer pays', () => {
    const buyerPays = caseOf('damaged', [
      { type: 'damage.reported' },
      { type: 'facts.established', facts: { damageProof: 'missing', signedBy: 'buyer' } },
    ]);

    expect(on('payer', buyerPays).adopted?.ruling.ruling).toBe('buyer');
    expect(on('recourse', buyerPays).stage).toBe('notNeeded');
  });

  it('should tell the award of a human from the ruling of an article', () => {
    const explanation = explain(awarded());

    expect(explanation.layers.map(({ layer, adopted }) => [layer, adopted?.by, adopted?.article])).toEqual([
      ['payer', 'award', null],
      ['freight', 'award', null],
      ['recourse', 'award', null],
    ]);
    expect(layerOf(explanation, 'freight').adopted?.ruling.bearers.map(({ bearer }) => bearer.value)).toEqual(
      ['merchant', 'courier'],
    );
  });

  it('should say until when who must act and where silence leads', () => {
    const { deadlines } = explain(damagedDecided());

    expect(deadlines.map(({ id, mustAct }) => [id, mustAct.value])).toEqual([
      ['evidence', 'courier'],
      ['buyerChoice', 'buyer'],
    ]);
    expect(deadlines[1]).toMatchObject({
      from: '2026-03-01T11:00:00.000Z',
      dueAt: '2026-03-04T11:00:00.000Z',
      remaining: 3 * 24 * 3_600_000,
      lapse: { type: 'buyerChoice.lapsed', title: { zh: '买家逾期未选择' } },
      leadsTo: [{ path: 'open.remedy.refunding' }],
    });
  });

  it('should list what moved and by which article', () => {
    const refunded = caseOf('refused', [
      { type: 'parcel.refused', reason: 'changeOfMind' },
      { type: 'return.agreed' },
      { type: 'parcel.returned' },
      { type: 'remedy.refundChosen' },
      { type: 'refund.paid', amount: 12_800 },
    ]);

    expect(
      explain(refunded).postings.map(({ from, to, amount, for: purpose, by, article }) => [
        `${from.value} ${to.value} ${amount} ${purpose.value} ${by}`,
        article?.title.zh ?? null,
      ]),
    ).toEqual([
      ['buyer escrow 12800 goods order', null],
      ['merchant courier 800 outboundFreight order', null],
      ['escrow buyer 12800 refund REF-3', '买家签收前改变主意：货物退回后由商家退款。'],
      ['buyer merchant 800 outboundFreight REF-21', '无理由拒收：按政策往返运费由买家承担。'],
    ]);
  });

  it('should explain a ruling by the rulebook it was made under when the case has moved to another type', () => {
    const lostOnTheWay = caseOf('parcelCase', [
      { type: 'address.outsideArea' },
      { type: 'transfer.proposed', courier: 'ems', surcharge: 1_500 },
      { type: 'facts.established', facts: { courierChoice: 'buyersWish' } },
      { type: 'loss.reported' },
    ]);
    const surcharge = on('surcharge', lostOnTheWay);

    expect(explain(lostOnTheWay).type?.value).toBe('lost');
    expect(on('payer', lostOnTheWay).type).toBe('lost');
    expect(surcharge).toMatchObject({ type: 'overArea', stage: 'adopted', adopted: { by: 'article' } });
    expect(surcharge.articles.find(({ status }) => status === 'governs')?.id).toBe(
      surcharge.adopted?.article?.id,
    );
  });

  it('should run no deadline in a closed case', () => {
    const receiptDueAt = '2026-04-01T00:00:00.000Z';
    const events = [{ type: 'case.withdrawn' }, { type: 'buyer.notified' }];

    expect(explain(caseOf('damaged', events.slice(0, 1), { receiptDueAt })).deadlines).toMatchObject([
      { id: 'receipt', title: { zh: '自动确认收货' } },
    ]);
    expect(explain(caseOf('damaged', events, { receiptDueAt })).deadlines).toEqual([]);
  });

  it('should name no rulebook while there is no exception, and that of its articles once closed', () => {
    const closed = caseOf('parcelCase', [
      { type: 'parcel.misrouted', place: 'elsewhere' },
      { type: 'parcel.forwarded' },
      { type: 'parcel.signed' },
      { type: 'buyer.notified' },
    ]);

    expect(explain(notYetDamaged())).toMatchObject({ type: null, layers: [] });
    expect(explain(closed)).toMatchObject({ status: 'closed', type: { value: 'misrouted' } });
    expect(explain(closed).states.map(({ title }) => title.zh)).toEqual(['已结案']);
  });
});

// Helpers

function layerOf(explanation: Explanation, layer: Layer): LayerExplanation {
  const found = explanation.layers.find((each) => each.layer === layer);
  if (!found) throw new Error(`Nothing is said on the layer ${layer}.`);
  return found;
}

function on(layer: Layer, snapshot: CaseSnapshot): LayerExplanation {
  return layerOf(explain(snapshot), layer);
}

function articleOn({ articles }: LayerExplanation, id: string) {
  const found = articles.find((article) => article.id === id);
  if (!found) throw new Error(`Nothing is said of ${id}.`);
  return found;
}

/** The explanation of one article of a small rulebook, in which consent without contact is impossible. */
function explainedRow(
  when: readonly Row<'complaint' | 'contactProof' | 'consentProof'>[],
  known: Known,
): ArticleExplanation | undefined {
  const book = rulebook({
    type: 'damaged',
    title: { en: 'Damaged', zh: '破损' },
    facts: ['complaint', 'contactProof', 'consentProof'],
    impossible: [{ when: { contactProof: 'missing', consentProof: 'shown' }, because: 'No contact.' }],
    articles: {
      'DMG-1': {
        title: { en: 'The buyer consented.', zh: '买家已同意。' },
        cites: [assumed('For this test.')],
        when,
        liability: { payer: 'buyer' },
      },
    },
  });
  return explainArticles(book, 'payer', known, null, 'guides')[0];
}
