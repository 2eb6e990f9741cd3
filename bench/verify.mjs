// What verifying costs: the rules by box algebra and by asking about every combination, and mutants by the piece.
import { column, cpuTime, dist, interleaved, median, ratio } from './measure.mjs';

const { rulebooks } = await import(new URL('guards/rulebooks.js', dist));
const { checkRules } = await import(new URL('verify/rules.js', dist));
const { analyse } = await import(new URL('verify/analyse.js', dist));
const { prepareCampaign } = await import(new URL('verify/mutation/campaign.js', dist));
const { bundledScenarios } = await import(new URL('replay/scenarios.js', dist));

const books = Object.values(rulebooks);
const times = interleaved(
  {
    boxes: { act: () => books.map((book) => checkRules(book)) },
    enumeration: { act: () => books.map((book) => analyse(book)) },
  },
  { rounds: 5, warmUp: 1 },
);
console.log(`all rulebooks, box algebra      ${column(median(times.boxes))} ms`);
console.log(`all rulebooks, every combination${column(median(times.enumeration))} ms`);
console.log(`every combination / box algebra ${column(ratio(times.enumeration, times.boxes), 1)}`);

const scenarios = bundledScenarios().map(({ name, read }) => ({ name, scenario: read() }));
let campaign;
console.log(
  `preparing ${scenarios.length} scenarios         ${column(
    cpuTime(() => {
      campaign = prepareCampaign(scenarios);
    }),
  )} ms`,
);
const some = campaign.mutants.filter((_, place) => place % 40 === 0);
const spent = cpuTime(() => [...campaign.run(some)]);
console.log(
  `a mutant (${some.length} of ${campaign.mutants.length})       ${column(spent / some.length, 1)} ms`,
);
