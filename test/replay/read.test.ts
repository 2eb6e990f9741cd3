import { describe, expect, it } from 'vitest';
import { machineNames } from '../../machines/index.ts';
import { largestScenario, readScenario, ScenarioError } from '../../replay/read.ts';
import { goodScenario as good } from '../support/scenario-text.ts';

describe('readScenario', () => {
  it('should read a scenario', () => {
    expect(readScenario(good, 'good.yaml')).toMatchObject({
      machine: 'parcelCase',
      plays: [],
      events: [{ type: 'damage.reported' }, { type: 'claim.filed', amount: 12900 }],
    });
  });

  it('should read the same scenario from JSON', () => {
    const scenario = readScenario(good, 'good.yaml');

    expect(readScenario(JSON.stringify(scenario, null, '\t'), 'good.json')).toEqual(scenario);
  });

  it('should read a file that begins with a byte order mark or has Windows line ends', () => {
    const windows = `\uFEFF${good.replaceAll('\n', '\r\n')}`;

    expect(readScenario(windows, 'good.yaml')).toEqual(readScenario(good, 'good.yaml'));
  });

  it.each<[what: string, change: [from: string, to: string], problem: string]>([
    [
      'an unknown machine',
      ['machine: parcelCase', 'machine: parcelCas'],
      `2:10: machine: "parcelCas" is not one of ${machineNames.join(', ')}; did you mean "parcelCase"?`,
    ],
    [
      'a misspelt field',
      ['openedAt:', 'opendAt:'],
      '4:3: input.opendAt: there is no such field; did you mean "openedAt"?',
    ],
    [
      'a misspelt field deep inside',
      ['paid: 12900', 'piad: 12900'],
      '5:40: input.order.piad: there is no such field; did you mean "paid"?',
    ],
    [
      'a missing field',
      ['  openedAt: 2026-03-02T09:00:00Z\n', ''],
      '4:3: input.openedAt: is missing; it must be an ISO date and time with Z or an offset, such as 2026-03-01T08:00:00Z',
    ],
    [
      'a number where a text belongs',
      ['courier: yto', 'courier: 5'],
      '5:35: input.order.courier: must be a text, not 5',
    ],
    [
      'a list where a map belongs',
      ['order: { waybill: YT1, courier: yto, paid: 12900 }', 'order: []'],
      '5:10: input.order: must be a map of fields, not a list',
    ],
    [
      'a text where a number belongs',
      ['paid: 12900', 'paid: a lot'],
      '5:46: input.order.paid: must be a whole number of fen, not "a lot"',
    ],
    [
      'a negative amount',
      ['paid: 12900', 'paid: -1'],
      '5:46: input.order.paid: must not be negative, not -1',
    ],
    [
      'a fraction of a fen',
      ['paid: 12900', 'paid: 129.5'],
      '5:46: input.order.paid: must be a whole number of fen (1 yuan is 100 fen), without a fraction and within exact range, not 129.5',
    ],
    [
      'an amount beyond exact arithmetic',
      ['paid: 12900', 'paid: 9007199254740993'],
      '5:46: input.order.paid: must be a whole number of fen (1 yuan is 100 fen), without a fraction and within exact range, not 9007199254740992',
    ],
    [
      'a negative amount in an event',
      ['    amount: 12900', '    amount: -5'],
      '13:13: events[1].amount: must not be negative, not -5',
    ],
    [
      'an unknown event',
      ['type: damage.reported', 'type: damage.reporte'],
      '8:11: events[0].type: there is no event "damage.reporte"; did you mean "damage.reported"? A scenario that plays an unknown event on purpose expects { result: rejected, reason: unknown }',
    ],
    [
      'a misspelt field of an event',
      ['    amount: 12900', '    amuont: 12900'],
      '13:5: events[1].amuont: there is no such field; did you mean "amount"?',
    ],
    [
      'a misspelt type of an event',
      ['    type: claim.filed', '    tpye: claim.filed'],
      '12:5: events[1].tpye: a step without a type only lets time pass and has no other field; did you mean "type"?',
    ],
    [
      'a time that goes backwards',
      ['2026-03-02T12:00:00Z', '2026-03-02T09:30:00Z'],
      '11:9: events[1].at: time goes backwards: 2026-03-02T09:30:00Z lies before 2026-03-02T10:00:00.000Z. Put the steps in order of time, or expect { result: rejected, reason: timeGoesBackwards }',
    ],
    [
      'a time that is no time',
      ['at: +1h', 'at: tomorrow'],
      '7:9: events[0].at: must be an ISO date and time, or a time after the step before such as +2h, +3d12h or +30m, not "tomorrow"',
    ],
    [
      'a time that lies too far ahead',
      ['at: +1h', 'at: +9999999d'],
      '7:9: events[0].at: +9999999d lies too far ahead',
    ],
    [
      'an opening before all parameters',
      ['2026-03-02T09:00:00Z', '1999-01-01T00:00:00Z'],
      '4:13: input.openedAt: No value of "evidence" is in force on 1999-01-01T00:00:00Z; the first starts on 2000-01-01. Check the date on which the case was opened, or add an earlier value in policy/parameters.ts.',
    ],
    [
      'an unknown state',
      ['payer.asking', 'payer.askng'],
      '10:16: events[0].expect.states[0]: parcelCase has no state open.exception.damaged.assessment.payer.askng; did you mean "open.exception.damaged.assessment.payer.asking"?',
    ],
    [
      'an unknown result',
      ['result: ignored', 'result: ignord'],
      '14:23: events[1].expect.result: "ignord" is not one of applied, ignored, rejected; did you mean "ignored"?',
    ],
    [
      'an unknown article',
      ['status: open', 'payer: { article: DMG-77, bearer: buyer }'],
      '16:21: expect.payer.article: there is no article DMG-77; did you mean "DMG-7"?',
    ],
    [
      'an unknown bearer',
      ['status: open', 'payer: { article: DMG-7, bearer: seller }'],
      '16:36: expect.payer.bearer: "seller" is not one of buyer, merchant, courier, nobody, arbitration',
    ],
    [
      'an unknown fact',
      ['status: open', 'facts: { signdBy: buyer }'],
      '16:12: expect.facts.signdBy: there is no fact "signdBy"; did you mean "signedBy"?',
    ],
    [
      'an unknown value of a fact',
      ['status: open', 'facts: { signedBy: byer }'],
      '16:22: expect.facts.signedBy: "byer" is not one of nobody, buyer, thirdParty, null; did you mean "buyer"?',
    ],
    [
      'a key that stands twice',
      ['status: open', 'status: open\n  status: closed'],
      '17:3: the key "status" stands twice in this map',
    ],
    [
      'an anchor',
      ['order: {', 'order: &order {'],
      '5:17: anchors and aliases are not allowed; write the value out',
    ],
    [
      'an alias',
      ['status: open', 'status: *status'],
      '16:11: anchors and aliases are not allowed; write the value out',
    ],
    ['a tag', ['paid: 12900', 'paid: !!int 12900'], '5:52: tags are not allowed; write the value plainly'],
    [
      'a directive',
      ['title:', '%YAML 1.1\n---\ntitle:'],
      '1:1: directives are not allowed; remove the %YAML line',
    ],
    [
      'a second document',
      ['  status: open\n', '  status: open\n---\ntitle: {}\n'],
      '17:1: a file holds one scenario; put what follows into its own file',
    ],
    [
      'a tab as indentation',
      ['    type: damage', '\ttype: damage'],
      '8:1: Tabs are not allowed as indentation',
    ],
    [
      'a bracket that is not closed',
      ['paid: 12900 }', 'paid: 12900'],
      '6:1: Flow map in block collection must be sufficiently indented and end with a }',
    ],
  ])('should name the place of %s', (_what, [from, to], expected) => {
    expect(good).toContain(from);

    expect(problemsOf(good.replace(from, to))).toEqual([expected]);
  });

  it('should accept an unknown event, an invalid one and an earlier one where the step expects the refusal', () => {
    const refused = good.replace(
      'expect:\n  status',
      `  - { at: +1h, type: parcel.exploded, expect: { result: rejected, reason: unknown } }
  - { at: +1h, type: refund.paid, amount: -1, expect: { result: rejected, reason: invalid } }
  - { at: 2026-03-01T09:00:00Z, type: claim.filed, amount: 1, expect: { result: rejected, reason: timeGoesBackwards } }
expect:
  status`,
    );

    expect(problemsOf(refused)).toEqual([]);
  });

  it('should measure what goes backwards by the latest time, not by a step that was refused for its time', () => {
    const refused = good.replace(
      'expect:\n  status',
      `  - { at: 2026-03-01T09:00:00Z, type: claim.filed, amount: 1, expect: { result: rejected, reason: timeGoesBackwards } }
  - { at: +1h, type: parcel.signed }
expect:
  status`,
    );

    expect(problemsOf(refused)[0]).toMatch(
      /^16:11: events\[3\]\.at: time goes backwards: \+1h lies before 2026-03-02T12:00:00Z\./,
    );
  });

  it('should list the problems of a file together, in words of the file', () => {
    const twice = good.replace('paid: 12900', 'paid: -1').replace('zh: 破损', 'zh: 破损, fr: Cassé');

    expect(problemsOf(twice)).toEqual([
      '1:30: title.fr: there is no such field',
      '5:46: input.order.paid: must not be negative, not -1',
    ]);
  });

  it('should list twenty problems of a file and count the others', () => {
    const many = good
      .replace('  status: open', 'x: 1'.padStart(6))
      .concat(Array.from({ length: 30 }, (_, index) => `unknown${index}: 1\n`).join(''));

    expect(problemsOf(many)).toHaveLength(21);
    expect(problemsOf(many).at(-1)).toMatch(/^ and \d+ more problems$/);
  });

  it.each([
    ['an empty file', '', '1:1: the file holds no scenario'],
    ['a file of comments', '# nothing\n', '1:1: the file holds no scenario'],
    ['a file that is a list', '- a\n', '1:1: must be a map of fields, not a list'],
    ['a file that is a text', 'hello', '1:1: must be a map of fields, not "hello"'],
  ])('should refuse %s', (_what, source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });

  it('should refuse a file that is too large', () => {
    expect(problemsOf(`${good}${'#'.repeat(largestScenario)}`)).toEqual([
      '1:1: is larger than 1000000 characters; split it into scenarios',
    ]);
  });

  it.each([
    ['brackets', '['.repeat(300_000), 1],
    ['maps', '{a: '.repeat(200_000), 1],
    ['lists on one line', '- '.repeat(400_000), 1],
    [
      'lists on many lines',
      Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n'),
      64,
    ],
  ])('should refuse %s nested without end, and quickly', (_what, source, line) => {
    const [problem] = problemsOf(source);

    expect(problem).toMatch(new RegExp(`^${line}:\\d+: is nested too deeply for a scenario$`));
  });

  it('should refuse a billion laughs', () => {
    const laughs = ['a: &a [ha, ha]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'd: [*c, *c]'].join('\n');

    expect(problemsOf(laughs)[0]).toBe('1:7: anchors and aliases are not allowed; write the value out');
  });

  it('should read many keys in time that grows with their number only', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');

    expect(problemsOf(keys)).toHaveLength(21);
  });
});

// Helpers

function problemsOf(source: string): string[] {
  try {
    readScenario(source, 'bad.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.replaceAll('bad.yaml:', '').split('\n');
    throw error;
  }
  return [];
}
