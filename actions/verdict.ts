import type { CaseEvent } from '../domain/events.ts';
import type { CaseContext, MachineEvent, Verdict } from '../guards/case-context.ts';
import type { Layer, Limit, Rulings } from '../policy/rulebook.ts';

/** An article, the layer it decides and what it says. */
export interface Adoption {
  readonly layer: Layer;
  readonly article: string;
  readonly ruling: Rulings[Layer];
  readonly limitedTo?: Limit;
}

/** A layer is decided by an article. */
export function adoptRuling({ verdict }: CaseContext, { layer, ...decided }: Adoption): Partial<CaseContext> {
  return { verdict: { ...verdict, [layer]: decided } };
}

/** Nothing of the verdict stands any more, nor what was agreed on its strength: new facts have to be weighed. */
export function reopenVerdict({ verdict }: CaseContext): Partial<CaseContext> {
  const { surcharge } = verdict;
  return { verdict: surcharge ? { surcharge } : {}, agreed: null };
}

/** A human decided what no article did. Layers that articles decided before stay. */
export function adoptAward(_context: CaseContext, event: MachineEvent): Partial<CaseContext> {
  const { payer, recourse, outboundFreight, returnFreight } = event as CaseEvent<'arbitration.awarded'>;
  const verdict: Verdict = {
    payer: { article: 'award', ruling: payer },
    freight: { article: 'award', ruling: { outbound: outboundFreight, return: returnFreight } },
    recourse: { article: 'award', ruling: payer === 'merchant' ? recourse : 'none' },
  };
  return { verdict };
}
