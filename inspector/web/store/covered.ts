/** What a suite of scenarios reached. */
export interface Covered {
  readonly runs: number;
}
