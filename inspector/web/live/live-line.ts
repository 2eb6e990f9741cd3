import type { Language } from '../../../domain/text.ts';
import { type StateReference, stateAt } from '../../../explain/states.ts';
import { machines } from '../../../machines/index.ts';
import { nodesById } from '../../chart/view.ts';
import { answerOf } from '../../live/case.ts';
import type { LiveActor, LiveStep } from '../../live/model.ts';
import { statesOnlyIn, stepText } from '../step-text.ts';
import { eventTypeTitle } from '../titles.ts';
import { chartOfActor, leavesIn, withAround } from './live-chart.ts';

/** What a step of a live actor did, in one line: the event, the states entered and left. */
export function liveText(actor: LiveActor, step: LiveStep, language: Language): string {
  const before = actor.steps.find(({ number }) => number === step.number - 1);
  // of the first step that is known, what was before is not known
  const isKnown = before !== undefined || step.number === 0;
  const [former, present] = [before ? statesIn(actor, before) : [], statesIn(actor, step)];
  const answer = answerOf(actor, step.number);
  return stepText(
    {
      title: eventTypeTitle(step.event.type, language),
      ...(answer && answer.outcome !== 'applied' && { reason: answer.reason.message[language] }),
      entered: isKnown ? statesOnlyIn(present, former, language) : [],
      left: statesOnlyIn(former, present, language),
    },
    language,
  );
}

// Helpers

function statesIn(actor: LiveActor, { snapshot }: LiveStep): StateReference[] {
  const bundled = actor.machine?.bundled;
  const chart = chartOfActor(actor);
  const title = (id: string) => (chart && nodesById(chart).get(id)?.title) ?? { zh: id, en: id };
  return leavesIn(snapshot.value).map((path) =>
    bundled
      ? stateAt(machines[bundled], path)
      : { path, title: title(path), trail: withAround(path).slice(0, -1).map(title) },
  );
}
