import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Chart, chartOf } from '../../inspector/chart/chart.ts';
import type { Geometry } from '../../inspector/chart/geometry.ts';
import { reportOf } from '../../inspector/report/report.ts';
import { goTo } from '../../inspector/session/line.ts';
import { fromScenario } from '../../inspector/session/scenario-in.ts';
import { note, type Session, send } from '../../inspector/session/session.ts';
import { machines } from '../../machines/index.ts';

const file = 'scenarios/damaged/warned-inspected-and-refused.yaml';
const title = { en: 'Refused after inspection', zh: '验货后拒收' };
const played = fromScenario(readFileSync(file, 'utf8'), file).session;
const whole = goTo(played, played.tip);

describe('reportOf', () => {
  it('should tell the verdict with its source, the money and every step, in Chinese and in English', () => {
    const zh = reportOf(whole, { title, language: 'zh' });
    const en = reportOf(whole, { title, language: 'en' });

    for (const text of [
      '验货后拒收',
      '包裹案件（总图） · parcelCase',
      '责任认定与依据',
      '由谁赔付买家',
      '商家',
      'DMG-',
      '出处',
      '第 ',
      '资金往来',
      '¥',
    ]) {
      expect(zh).toContain(text);
    }
    for (const text of ['Refused after inspection', 'Who makes the buyer whole', 'line', 'Step by step']) {
      expect(en).toContain(text);
    }
    expect(zh.match(/<th scope="row">/g)).toHaveLength(whole.moments.length);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  it('should name each column of the deadlines that run', () => {
    const text = reportOf({ ...played, current: 1, tip: 1 }, { title, language: 'en' });

    expect(text).toContain('<th scope="col">Who must act</th><th scope="col">Deadline</th>');
  });

  it('should need nothing else: no script, no address, a policy that forbids both', () => {
    const text = reportOf(whole, { title, language: 'zh' });

    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<link|<img|javascript:|src=|url\(|@import|https?:/i);
    expect(text.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true);
    expect(text.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('should escape whatever people wrote', () => {
    const spoilt = note(
      send(whole, { type: '<script>alert(1)</script>', at: '2027-01-01T00:00:00Z' }),
      '"><img src=x onerror=alert(2)>',
    );
    const text = reportOf(spoilt, { title: { en: '<b>&', zh: '<b>&' }, language: 'en', keepPersonal: true });

    expect(text).not.toMatch(/<script|<img|<b>/);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('&quot;&gt;&lt;img src=x onerror=alert(2)&gt;');
  });

  it('should mask personal data unless they are to be kept', () => {
    const secret = withSecret();
    const masked = reportOf(secret, { title, language: 'zh' });
    const kept = reportOf(secret, { title, language: 'zh', keepPersonal: true });

    expect(masked).not.toMatch(/Li Lei|138 0013/);
    expect(masked).toContain('运单号、地址及事件中填写的文字已隐去');
    expect(kept).toContain('Li Lei');
    expect(kept).toContain('本报告含有个人信息');
  });

  it('should tell refused steps with their reason, and only the line that is looked at', () => {
    const branched = send(goTo(whole, 1), { type: 'claim.filed', at: '2026-04-02T02:30:00Z', amount: 1 });
    const text = reportOf(branched, { title, language: 'en' });

    expect(text).toContain('Not accepted: Nothing waits for claim.filed now.');
    expect(text.match(/<th scope="row">/g)).toHaveLength(3);
  });

  it('should draw the chart with the states the run came by', () => {
    const source = readFileSync(file, 'utf8').replace('input:', 'machine: damaged\ninput:');
    const { session } = fromScenario(source, file);
    expect(session.machine).toBe('damaged');
    const text = reportOf(session, { title, language: 'zh', picture: pictureOf(chartOf(machines.damaged)) });

    expect(text).toMatch(/class="[^"]*is-visited[^"]*" data-id="open\.exception\.damaged\.assessment"/);
    expect(text).toMatch(/class="[^"]*is-unvisited[^"]*" data-id="open\.exception\.damaged\.leaking"/);
    expect(text).toMatch(
      /class="[^"]*is-active[^"]*" data-id="open"|class="[^"]*is-active[^"]*" data-id="closed"/,
    );
    expect(text).not.toMatch(/<script|xlink|url\(http/);
  });
});

// Helpers

/** Every state in the same place: where they stand is tested with the layouts. */
function pictureOf(chart: Chart): { chart: Chart; geometry: Geometry } {
  const box = { x: 0, y: 0, width: 100, height: 40 };
  const nodes = Object.fromEntries(chart.nodes.map(({ id }) => [id, box]));
  const nothing = { collapsed: [], edges: {}, chips: {}, starts: {}, shifts: {} };
  return { chart, geometry: { hash: chart.hash, width: 100, height: 40, nodes, ...nothing } };
}

function withSecret(): Session {
  const source = `title: { en: Loss, zh: 丢失 }
machine: lost
input:
  openedAt: 2026-03-02T09:00:00Z
  order: { waybill: YT7788, courier: yto, paid: 12900 }
events:
  - { at: +1h, type: loss.reported }
  - { at: +1h, type: goods.described, name: kettle of Li Lei, packaging: carton, value: 5100 }
expect: { status: open }
`;
  const { session } = fromScenario(source, 'loss.yaml');
  return note(goTo(session, session.tip), 'she called from 138 0013 8000');
}
