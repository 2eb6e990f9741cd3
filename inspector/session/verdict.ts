import { type Explanation, explain } from '../../explain/case.ts';
import type { LayerExplanation } from '../../explain/layers.ts';
import { contextOf } from '../../replay/snapshot.ts';
import { type DecisionTable, decisionTable } from './decision-table.ts';
import { momentOf, type Session } from './session.ts';

/** A layer of liability, explained, and its articles as a table. */
export interface LayerVerdict extends LayerExplanation {
  readonly table: DecisionTable;
}

/** Who bears what at a moment, and why. */
export interface VerdictView extends Omit<Explanation, 'layers'> {
  readonly layers: readonly LayerVerdict[];
}

/** Who bears what at the current moment, or another one, and why. What would change it: `whatWouldChange` of its snapshot. */
export function verdictOf(session: Session, id: number = session.current): VerdictView {
  const { snapshot } = momentOf(session, id);
  const explanation = explain(snapshot);
  const context = contextOf(snapshot);
  return {
    ...explanation,
    layers: explanation.layers.map((layer) => ({ ...layer, table: decisionTable(layer, context) })),
  };
}
