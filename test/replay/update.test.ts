import { describe, expect, it } from 'vitest';
import { readScenarioFile } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { updatedSource } from '../../replay/update.ts';

describe('updatedSource', () => {
  it('should change nothing of a scenario that does what it expects', () => {
    expect(updated(good)).toBe(good);
  });

  it.each<[what: string, wrong: string, right: string]>([
    ['a state', 'assessment.payer.asking', 'assessment.freight.asking'],
    [
      'several states',
      '[open.exception.damaged.assessment.payer.asking]',
      '[open.exception.damaged.assessment.freight, open.exception.damaged.warned]',
    ],
    [
      'the fields of an effect',
      '{ type: requestEvidence, from: buyer }',
      '{ type: requestEvidence, from: courier }',
    ],
    [
      'a decided layer',
      'payer: { article: DMG-7, bearer: merchant }',
      'payer: { article: DMG-6, bearer: buyer }',
    ],
    ['a decided layer that was open', 'payer: { article: DMG-7, bearer: merchant }', 'payer: null'],
    ['a fact', 'consentProof: missing, signedBy', 'consentProof: shown, signedBy'],
    ['a fact that was pending', 'consentProof: missing, signedBy', 'consentProof: null, signedBy'],
    ['the status', 'status: open # still', 'status: closed # still'],
    ['the reason of a refusal', 'reason: notExpected', 'reason: guarded'],
    ['the deadlines', 'deadlines: [buyerChoice, evidence]', 'deadlines: []'],
  ])('should set right %s and leave all else alone', (_what, right, wrong) => {
    const spoilt = good.replace(right, wrong);
    expect(spoilt).not.toBe(good);

    expect(lineEnds(updated(spoilt))).toEqual(lineEnds(good));
  });

  it('should say that an event changes nothing where none was expected to be refused', () => {
    const silent = good.replace('    expect: { result: ignored, reason: notExpected }\n', '');

    expect(updated(silent)).toContain(`    type: claim.filed
    amount: 12900
    expect: { result: ignored, reason: notExpected }
`);
  });

  it.each([
    [' { result: ignored, reason: guarded }', ' { result: applied }'],
    [' { reason: guarded, result: ignored }', ' { result: applied }'],
    [' { reason: guarded }', ' { result: applied }'],
    ['\n      result: ignored\n      reason: guarded # why', '\n      result: applied # why'],
    ['\n      # why\n      reason: guarded\n      result: ignored', '\n      # why\n      result: applied'],
    ['\n      reason: guarded', '\n      result: applied'],
  ])('should no longer expect a refusal of an event that is applied: %j', (wrong, right) => {
    const expects = (text: string) => good.replace(asking, `    expect:${text}\n`);

    expect(updated(expects(wrong))).toBe(expects(right));
  });

  it('should keep comments, lines and items that stay in a list', () => {
    const list = good.replace(
      'effects: [{ type: requestEvidence, from: buyer }, scheduleDeadline]',
      `effects:
        - notifyBuyer
        # first of all
        - { type: requestEvidence,   from: buyer } # as always
        - scheduleDeadline`,
    );

    expect(updated(list)).toContain(`effects:
        # first of all
        - { type: requestEvidence,   from: buyer } # as always
        - scheduleDeadline
`);
  });

  it('should write an empty list where nothing happened', () => {
    const moved = good.replace(
      'postings: []',
      'postings:\n    - { from: escrow, to: buyer, amount: 1, for: refund }',
    );

    expect(updated(moved)).toBe(good);
  });

  it('should keep the line ends of Windows', () => {
    const windows = good.replace('status: open', 'status: closed').replaceAll('\n', '\r\n');

    expect(updated(windows)).toBe(good.replaceAll('\n', '\r\n'));
  });

  it('should update JSON as well', () => {
    const { scenario } = readScenarioFile(good, 'good.yaml');
    const text = JSON.stringify({ ...scenario, expect: { ...scenario.expect, status: 'closed' } }, null, 2);

    expect(updated(text)).toBe(text.replace('"closed"', '"open"'));
  });
});

// Helpers

const asking = `    expect:
      # the buyer first
      states: [open.exception.damaged.assessment.payer.asking]
      effects: [{ type: requestEvidence, from: buyer }, scheduleDeadline]
`;

const good = `# One comment
title: { en: Broken, zh: 破损 }
input:
  openedAt: 2026-03-02T09:00:00Z
  order: { waybill: YT1, courier: yto,   paid: 12900 } # paid in full

events:
  - at: +1h
    type: damage.reported
${asking}  - at: +1h
    type: claim.filed
    amount: 12900
    expect: { result: ignored, reason: notExpected }
  - at: +1h
    type: facts.established
    facts: { damageProof: shown, inspectedBeforeSigning: no, signedBy: thirdParty, contactProof: shown, consentProof: missing }
    expect:
      payer: { article: DMG-7, bearer: merchant }
expect:
  status: open # still
  facts: { consentProof: missing, signedBy: thirdParty }
  postings: []
  deadlines: [buyerChoice, evidence]
`;

function updated(source: string): string {
  const file = readScenarioFile(source, 'scenario.yaml');
  const text = updatedSource(source, file, run(file.scenario));
  expect(run(readScenarioFile(text, 'updated.yaml').scenario).divergence).toBeNull();
  return text;
}

function lineEnds(text: string): string[] {
  return text.split('\n');
}
