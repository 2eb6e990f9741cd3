import { readFileSync } from 'node:fs';
import { formatWithOptions } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { codes } from '../../cli/commands/codes.ts';
import { ingest } from '../../cli/commands/ingest.ts';
import { type Terminal, terminal } from '../../cli/terminal.ts';
import { codeTables, providerNames } from '../../feeds/index.ts';
import { crossWalk, overview, signalTable } from '../support/feeds-page.ts';
import { expectGenerated } from '../support/generated-page.ts';

describe('the page on feeds', () => {
  it('should have the commands, the example and the cross-walk as they are', async () => {
    const push = 'docs/examples/kuaidi100-push.json';
    const ingested = printed((into) => ingest(push, { from: 'kuaidi100', paid: '59.90' }, into));
    const listed = printed((into) => codes('202', undefined, {}, into));
    const { lines, printedCode } = await example();
    const page = template
      .replace('{ingest}', () => ingested)
      .replace('{codes}', () => listed)
      .replace('{example}', () => printedCode)
      .replace('{printed}', () => lines.join('\n'))
      .replace('{count}', () => String(codeTables.reduce((sum, { rows }) => sum + rows.length, 0)))
      .replace('{overview}', () => overview())
      .replace('{signals}', () => signalTable())
      .replace('{crosswalk}', () => crossWalk());

    expect(ingested).toContain('evidence');
    expect(lines).toContain('asked: signedBy, contactProof, consentProof');
    for (const provider of providerNames) expect(template).toContain(`\`${provider}\``);
    expectGenerated('docs/feeds.md', page);
  });
});

// Helpers

function printed(run: (into: Terminal) => number): string {
  const lines: string[] = [];
  const into = { ...terminal({ lang: 'en', color: false }), columns: 120 };
  expect(run({ ...into, out: (line = '') => lines.push(line) })).toBe(0);
  return lines.join('\n').trim();
}

async function example(): Promise<{ lines: string[]; printedCode: string }> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    lines.push(...formatWithOptions({ colors: false }, ...values).split('\n'));
  });
  try {
    await import('../../docs/examples/feed.ts');
  } finally {
    log.mockRestore();
  }
  return { lines, printedCode: readFileSync('docs/examples/feed.ts', 'utf8').trim() };
}

const template = `# Feeds

What a carrier or an aggregator reports becomes events of a case, suspicions, and questions. A code is a suspicion, not a
finding: no report decides who bears a loss.

\`\`\`console
$ parcel-exceptions ingest --from kuaidi100 kuaidi100-push.json --paid 59.90
{ingest}
\`\`\`

Give it a file or \`-\`: one payload, one payload a line, or the body of a form as kuaidi100 (\`param\`) and kdniao
(\`RequestData\`) push it. \`--save case.yaml\` writes the case as a scenario, with every report beside it as a comment;
\`--json\` prints everything, the raw reports too. \`--waybill\` chooses one of several parcels, \`--zone\` reads times that
have no offset, \`--received\` dates a state that has no time, \`--paid\` and \`--courier\` tell what a feed does not.

\`\`\`console
$ parcel-exceptions codes 202
{codes}
\`\`\`

\`codes\` prints the whole cross-walk, \`codes <provider>\` one table, \`codes <provider> <code>\` one row, \`codes <code>\` the
code wherever it exists. The same in a program:

\`\`\`ts
{example}
\`\`\`

It prints:

\`\`\`text
{printed}
\`\`\`

## What becomes of a report

Every report becomes one of three, with the reason; none is dropped.

| | |
| --- | --- |
| **event** | the case took it: it opened or moved something |
| **evidence** | it is kept: nothing new follows from it, it says again what is handled, or a later report refutes it |
| **triage** | a person must look: the code is unknown or has several readings (all are named), only words suggest it, the words contradict the code, a field is missing, another exception is being handled, or the event would decide who bears the loss |

- **Who signed.** Only a code that says the recipient signed becomes the signature of the buyer, and not if its words
  name a locker or somebody else. Any other signature asks who signed; a locker or station asks for consent.
- **Corrections.** A signature is taken back by a later report that has the parcel with the courier or the sender. After
  the parcel turned back a signature has two readings, because the sender may have signed.
- **Order and repetition.** Reports are ordered by the clock of the carrier and told apart by waybill, instant, code and
  words. The case is made anew from the whole history each time, so late, repeated, shuffled and truncated deliveries
  make the same case.
- **Time.** A time without an offset is read as the table below says; that is told as an assumption. Instants are kept in
  UTC.
- **Answers.** What people answer is not in a feed. Where an answer falls due, the clock of the case is held at the last
  instant at which it would be in time, so silence never decides; the deadline shown is the real one.
- **Words.** Where there is no code that is known, the words are read. They move a parcel; they never open an exception.

## Providers

| \`--from\` | payloads | form read from | time without an offset |
| --- | --- | --- | --- |
| \`kuaidi100\` | subscription push, query answer; base and advanced states | pages of the vendor | +08:00 (not stated there: assumed) |
| \`kdniao\` | push of several parcels, query answer; State, StateEx, Action | page of the vendor (copy), public clients | +08:00 (assumed) |
| \`logisticsStatus\` | query answers and pushes of several sellers | public samples that agree but for two names | milliseconds, else +08:00 (assumed) |
| \`aftership\` | webhook, answer, tracking | pages of the vendor, recorded answers | UTC (assumed: it is the local time of the carrier) |
| \`17track\` | webhook and answer of v2.2 to v2.4, with rejected numbers | public clients that agree | \`time_utc\` is given |
| \`trackingmore\` | webhook, answer, tracking of v4 | clients of the vendor, recorded answers | UTC (assumed: it is the local time of the carrier) |
| \`shipengine\` | webhook, tracking | page and OpenAPI document of the vendor | \`occurred_at\` is given |
| \`generic\` | \`{ waybill, courier, events: [{ at, code, text, place }] }\` | this project; only words are read | UTC (assumed) |

Unknown fields are ignored; a field that is not as documented is an error that names it.

## What is real and what is not

- The codes are real: each table names where it was read and how well the copies agree. Where they disagree, the row says
  so and the code goes to triage.
- The forms of payloads are those of pages, clients and samples as the table above says. The payloads in the tests and
  examples follow them with **invented data**.
- Seven recorded histories of real parcels (held, wrongly addressed, rescheduled, delayed, delivered) are ingested by the
  tests where they are present; they are not part of this repository. **No full real payload of a damaged, lost,
  mis-routed or over-area parcel was available.**
- No Chinese vocabulary has a code for "lost", none of the sources has one for a dropshipped return that the supplier
  rejected.

## What a provider can tell

Codes that say it; in brackets those that only suggest it.

{overview}

## Signals

One vocabulary stands between the codes and the events.

{signals}

## Cross-walk

{count} codes. The same number means different things at different providers: look it up by provider.

{crosswalk}
`;
