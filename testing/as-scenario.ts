import { stringify } from 'yaml';
import { type Life, play } from './play.ts';

/** A life as a scenario file, ready to be saved below `scenarios/` and replayed. */
export function asScenario(life: Life): string {
  const { played } = play(life);
  const { caseId: _caseId, ...input } = life.input;
  return stringify(
    {
      title: { en: 'A life that broke a property', zh: '不满足性质的案件过程' },
      machine: life.machine,
      input,
      events: played.map(({ event: { at, type, ...fields }, result }) => ({
        at,
        type,
        ...fields,
        ...(result.outcome !== 'applied' && {
          expect: { result: result.outcome, reason: result.reason.code },
        }),
      })),
      expect: { status: played.at(-1)?.result.snapshot.status === 'done' ? 'closed' : 'open' },
    },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}
