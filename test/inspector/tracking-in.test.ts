import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromScenario } from '../../inspector/session/scenario-in.ts';
import { trackingIn } from '../../inspector/session/tracking-in.ts';

const folder = 'test/feeds/payloads';
const payloads = readdirSync(folder).filter((file) => !file.includes('query-failed'));

describe('a file of tracking data', () => {
  it.each(payloads)('should open %s as a case that goes as it says', (file) => {
    const found = trackingIn(readFileSync(`${folder}/${file}`, 'utf8'), file);
    const replay = fromScenario(found?.text ?? '', file);

    expect(replay.divergence).toBeNull();
    expect(found?.text).toContain(providerIn(file));
  });

  it('should name the parcels that are not shown', () => {
    const file = 'kdniao-push-two-parcels.json';

    expect(trackingIn(readFileSync(`${folder}/${file}`, 'utf8'), file)?.others).toHaveLength(1);
  });

  it.each([
    ['a scenario', readFileSync('scenarios/damaged/left-with-guard-without-consent.yaml', 'utf8')],
    ['a scenario as JSON', '{"title":{"en":"x","zh":"x"},"input":{},"events":[]}'],
    ['an answer without reports', readFileSync(`${folder}/kuaidi100-query-failed.json`, 'utf8')],
    ['no data', 'x'],
  ])('should not take %s for one', (_, text) => {
    expect(trackingIn(text, 'file')).toBeNull();
  });
});

// Helpers

function providerIn(file: string): string {
  return file.startsWith('logistics-status') ? 'logisticsStatus' : (file.split('-')[0] as string);
}
