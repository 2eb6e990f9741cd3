import {
  type ActorScope,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyTransitionDefinition,
  createEmptyActor,
  type ExecutableActionObject,
} from 'xstate';

/**
 * Runs a machine's own transition function with one scope that executes nothing and collects the actions requested.
 * XState's public `transition` builds an inert actor on every call; sharing the scope is several times faster. A test
 * holds this adapter equal to the public function.
 */
export function collecting<Result>(
  run: (scope: AnyActorScope) => Result,
): [Result, ExecutableActionObject[]] {
  const requested: ExecutableActionObject[] = [];
  const former = scope.actionExecutor;
  scope.actionExecutor = (action) => {
    requested.push(action);
  };
  try {
    return [run(scope), requested];
  } finally {
    scope.actionExecutor = former;
  }
}

/** One round of a step: the transitions taken together, and where they led before anything followed from it. */
export interface Round {
  readonly transitions: readonly AnyTransitionDefinition[];
  readonly snapshot: AnyMachineSnapshot;
}

/** Runs steps and tells every round of them in order, those without an event of their own among them. */
export function watching<Result>(run: () => Result): [Result, Round[]] {
  const rounds: Round[] = [];
  const watch = self.system.inspect((inspected) => {
    if (inspected.type !== '@xstate.microstep') return;
    const { _transitions: transitions, snapshot } = inspected;
    rounds.push({ transitions, snapshot: snapshot as AnyMachineSnapshot });
  });
  try {
    return [run(), rounds];
  } finally {
    watch.unsubscribe();
  }
}

const self = createEmptyActor();
const scope: ActorScope<never, never> & AnyActorScope = {
  self,
  id: '',
  sessionId: '',
  system: self.system,
  logger() {},
  defer() {},
  stopChild() {},
  emit() {},
  actionExecutor() {},
} as never;
