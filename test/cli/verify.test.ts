import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCli, cli } from '../support/cli.ts';
import { folderWith } from '../support/folder.ts';

const book = (when: string) => `export const rules = {
  type: 'mine', title: { en: 'Mine', zh: '自有' }, facts: ['signedBy'], impossible: [], laws: [],
  articles: { 'MIN-1': { title: { en: 'One.', zh: '一。' }, cites: [], when: ${when}, liability: { payer: 'merchant' } } },
};`;

describe('parcel-exceptions verify', () => {
  beforeAll(() => {
    builtCli();
  }, 120_000);

  it('should find nothing wrong with the bundled rules, and say what was reviewed', async () => {
    const { code, stdout } = await cli(['verify', '--rules']);

    expect(stdout).toMatch(/Damaged +21 +15,568 +4/);
    expect(stdout).toContain('the fact makes no difference');
    expect(stdout).toMatch(/Nothing is wrong\.\n$/);
    expect(code).toBe(0);
  });

  it('should speak Chinese', async () => {
    const { stdout } = await cli(['verify', 'lost', '--rules', '--lang', 'zh']);

    expect(stdout).toContain('规则发现');
    expect(stdout).toContain('未发现问题。');
  });

  it('should fail for a rulebook of the user that leaves a gap, with the combinations in words', async () => {
    const folder = folderWith({ 'mine.mjs': book("{ signedBy: 'nobody' }") });
    const { code, stdout } = await cli(['verify', './mine.mjs', '--rules'], { cwd: folder });

    expect(stdout).toContain('no article governs');
    expect(stdout).toContain('2 combinations: who signed for the parcel: the buyer / a third party');
    expect(stdout).toMatch(/1 thing is wrong\.\n$/);
    expect(code).toBe(1);
  });

  it('should accept a gap that the module of the user reviews', async () => {
    const review =
      "export const reviews = [{ type: 'mine', kind: 'silence', subject: 'payer', because: { en: 'Meant.', zh: '有意。' } }];";
    const folder = folderWith({ 'mine.mjs': `${book("{ signedBy: 'nobody' }")}\n${review}` });
    const { code, stdout } = await cli(['verify', './mine.mjs', '--rules'], { cwd: folder });

    expect(stdout).toContain('Meant.');
    expect(code).toBe(0);
  });

  it('should explore the states of one machine within a bound, and tell that it stopped', async () => {
    const { code, stdout } = await cli(['verify', 'namedOnly', '--states', '--max-states', '200']);

    expect(stdout).toMatch(/namedOnly +\d+/);
    expect(code).toBe(0);
  });

  it('should print JSON and Markdown', async () => {
    const json = JSON.parse((await cli(['verify', 'lost', '--rules', '--json'])).stdout);
    const markdown = (await cli(['verify', 'lost', '--rules', '--markdown'])).stdout;

    expect(json.rules).toMatchObject([
      { type: 'lost', ruleSet: 'guides', findings: [{ kind: 'unusedFact' }] },
    ]);
    expect(markdown).toContain('## Rules\n');
    expect(markdown).toContain('| Lost | 20 | 2,428 |');
  });

  it('should write one page that needs no network and no script', async () => {
    const folder = folderWith({});
    const scenarios = resolve('scenarios/lost/lost-at-pickup-reshipped.yaml');
    const { code, stderr } = await cli(
      ['verify', 'lost', '--rules', '--scenarios', scenarios, '--report', 'report.html'],
      { cwd: folder },
    );
    const page = readFileSync(join(folder, 'report.html'), 'utf8');

    expect([code, stderr]).toEqual([0, 'The report is in report.html.\n']);
    expect(page).not.toMatch(/<script|https?:|src=|<link/);
    expect(page).toContain('LST-30');
    expect(page).toContain('<span lang="zh-CN">验证报告</span><span lang="en">Verification report</span>');
    expect(page).toMatch(/1 scenarios?, played/);
  });

  it.each<[what: string, args: string[], message: string]>([
    ['a machine that does not exist', ['damged'], 'There is no machine "damged". Did you mean "damaged"?'],
    ['a module that does not exist', ['./nowhere.mjs'], './nowhere.mjs: there is no such file'],
    ['a number that is none', ['lost', '--max-states', 'many'], '--max-states many: a whole number above 0'],
    ['reviews that do not exist', ['lost', '--mutants', '--survivors', 'no.json'], 'no.json: '],
  ])('should refuse %s', async (_what, args, message) => {
    const { code, stdout, stderr } = await cli(['verify', ...args], { cwd: folderWith({}) });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync('report.html')).toBe(false);
  });
});
