/** The explored states and the steps between them, packed so that millions fit into memory. */
export class Graph {
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #edges = 0;
  /** For each state the one that follows when only time passes; -1: no deadline runs. Absent: not followed. */
  readonly inTime: number[] = [];
  readonly closed = new Set<number>();
  /** States with a step that was not followed, because it broke an invariant. */
  readonly escapes = new Set<number>();

  get edges(): number {
    return this.#edges;
  }

  /** Adds a step from one state to another. */
  add(from: number, to: number): void {
    if (this.#edges === this.#from.length) {
      this.#from = grown(this.#from);
      this.#to = grown(this.#to);
    }
    this.#from[this.#edges] = from;
    this.#to[this.#edges] = to;
    this.#edges++;
  }

  /** For each state how many steps lead out of it. */
  leaving(states: number): Int32Array {
    const counts = new Int32Array(states);
    for (let edge = 0; edge < this.#edges; edge++) increment(counts, this.#from[edge] as number);
    return counts;
  }

  /** For each state whether one of the goals can be reached from it. */
  reaching(states: number, goals: Iterable<number>): Uint8Array {
    const starts = new Int32Array(states + 1);
    for (let edge = 0; edge < this.#edges; edge++) increment(starts, (this.#to[edge] as number) + 1);
    for (let state = 0; state < states; state++) increment(starts, state + 1, starts[state]);
    const next = starts.slice();
    const sources = new Int32Array(this.#edges);
    for (let edge = 0; edge < this.#edges; edge++) {
      const to = this.#to[edge] as number;
      sources[next[to] as number] = this.#from[edge] as number;
      increment(next, to);
    }
    const reached = new Uint8Array(states);
    const stack = [...goals];
    for (const goal of stack) reached[goal] = 1;
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      for (let place = starts[state] as number; place < (starts[state + 1] as number); place++) {
        const source = sources[place] as number;
        if (reached[source] === 1) continue;
        reached[source] = 1;
        stack.push(source);
      }
    }
    return reached;
  }

  /**
   * For each state where waiting alone leads: the state in which time moves nothing any more; -2 if that was not
   * explored; -3 if waiting goes round in a circle.
   */
  waiting(states: number): Int32Array {
    const ends = new Int32Array(states).fill(-4);
    for (let state = 0; state < states; state++) {
      const path: number[] = [];
      const onPath = new Set<number>();
      let current = state;
      let end = -4;
      while (end === -4) {
        const known = ends[current] as number;
        const next = this.inTime[current] ?? -2;
        if (known !== -4) end = known;
        else if (onPath.has(current)) end = -3;
        else if (next === -2) end = -2;
        else if (next === -1 || this.closed.has(current)) end = current;
        path.push(current);
        onPath.add(current);
        current = next;
      }
      for (const passed of path) ends[passed] = end;
    }
    return ends;
  }
}

// Helpers

function increment(counts: Int32Array, place: number, by = 1): void {
  counts[place] = (counts[place] as number) + by;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
