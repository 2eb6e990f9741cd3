// A case that is stepped by hand in the inspector: a thousand moments, and what the page asks for after each step.
import { column, cpuTime, dist, median } from './measure.mjs';

const from = (file) => import(new URL(file, dist));
const { openSession, send } = await from('inspector/session/session.js');
const { branchesOf, lineOf } = await from('inspector/session/line.js');
const { choicesOf } = await from('inspector/session/choices.js');
const { differences } = await from('inspector/session/differences.js');
const { trackOf } = await from('inspector/session/taken.js');
const { verdictOf } = await from('inspector/session/verdict.js');
const { inventedInput } = await from('inspector/session/guesses.js');
const { fromScenario } = await from('inspector/session/scenario-in.js');
const { linkTo, sessionIn } = await from('inspector/session/link.js');
const { readText } = await from('replay/files.js');

const openedAt = '2026-03-01T08:00:00.000Z';
const opened = openSession('parcelCase', inventedInput(openedAt));
const file = new URL('../scenarios/damaged/warned-inspected-and-refused.yaml', import.meta.url).pathname;
const source = readText(file);
const { session } = fromScenario(source, file);
const decided = { ...session, current: 5 };
const [hundred, thousand, tenThousand] = [100, 1000, 9999].map(stepped);

console.log('CPU time, median of 20 rounds:');
for (const [name, act] of Object.entries({
  '100 sends': () => stepped(100),
  '1,000 sends': () => stepped(1000),
  '9,999 sends': () => stepped(9999),
  'choices of a case just opened': () => choicesOf(opened),
  'choices of a decided case': () => choicesOf(decided),
  'verdict of a decided case': () => verdictOf(decided),
  'difference to the step before': () => differences(decided, 4, 5),
  'the same after 9,999 steps': () => differences(tenThousand, 9998, 9999),
  'branches taken by a step': () => trackOf(decided),
  'lines of 100 moments': () => [branchesOf(hundred), lineOf(hundred)],
  'lines of 10,000 moments': () => [branchesOf(tenThousand), lineOf(tenThousand)],
  'a scenario opened and compared': () => fromScenario(source, file),
})) {
  act();
  const times = Array.from({ length: 20 }, () => cpuTime(act));
  console.log(`${name.padEnd(34)}${column(median(times), 2)} ms`);
}

const { hash } = await linkTo(thousand);
const again = await sessionIn(hash);
if (again?.moments.length !== thousand.moments.length) throw new Error('The link lost moments.');
console.log(`a link of 1,000 moments has ${hash.length.toLocaleString('en-US')} characters`);

// Helpers

/** Accepted, ignored and stray events in turn, an hour apart. */
function stepped(count) {
  let whole = opened;
  for (let place = 1; place <= count; place++) {
    const at = new Date(Date.parse(openedAt) + place * 3_600_000).toISOString();
    const type = ['parcel.outForDelivery', 'parcel.refused', 'damage.reported'][place % 3];
    whole = send(whole, { type, at });
  }
  return whole;
}
