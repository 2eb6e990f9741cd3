/** A rectangle in CSS pixels; `x` and `y` count from the top left corner of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The way of an edge, from its source to its target, and where its label stands. */
export interface Route {
  readonly points: readonly (readonly [number, number])[];
  readonly label?: Box;
}

/** Where everything of a chart stands. States inside a collapsed one have no place. */
export interface Geometry {
  /** The hash of the chart it belongs to. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  /** Ids of the states that are drawn without what is inside them. */
  readonly collapsed: readonly string[];
  /** How far the text of a state's frame is moved to the right, out of the way of arrows. By the id of the state. */
  readonly shifts: Readonly<Record<string, number>>;
  /** By the id of the state. */
  readonly nodes: Readonly<Record<string, Box>>;
  /** By the id of the visible edge; see `visibleEdges`. */
  readonly edges: Readonly<Record<string, Route>>;
  /** Where an edge leaves its region: the target by name, in the region of the source. By the id of the visible edge. */
  readonly chips: Readonly<Record<string, Box>>;
  /** The dots that mark where a state starts, by the id of that state, and the arrows from them. */
  readonly starts: Readonly<Record<string, { readonly dot: Box; readonly points: Route['points'] }>>;
}
