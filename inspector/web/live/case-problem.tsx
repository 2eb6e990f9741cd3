import type { LiveProblem } from '../../live/case.ts';
import { useLanguage } from '../language.ts';
import { words } from '../words.ts';

/** Why the case of a live app cannot be explained although the machine is one of ours. */
export function CaseProblem({ problem }: { readonly problem: LiveProblem }) {
  const { t } = useLanguage();
  if (problem.kind === 'cutOff') return <p class="notice warn">{t(words.caseCutOff)}</p>;
  return (
    <div class="notice warn">
      <span>{t(words.caseUnreadable)}</span>
      <span class="code">{problem.message}</span>
    </div>
  );
}
