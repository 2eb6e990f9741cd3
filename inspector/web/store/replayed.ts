/** A scenario that was opened. Filled in by the reader of scenarios. */
export interface Replayed {
  /** The file it came from. */
  readonly file: string;
  /** The moment at which the case first differs from what the scenario expects. */
  readonly divergentMoment: number | null;
}
