import { type ActorScope, type AnyActorScope, createEmptyActor, type ExecutableActionObject } from 'xstate';

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
