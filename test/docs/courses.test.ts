import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../replay/run.ts';
import { bundledScenarios } from '../../replay/scenarios.ts';
import { courseOf } from '../../verify/course.ts';

const file = 'test/fixtures/courses.json';

describe('the courses of the bundled scenarios', () => {
  it('should be the ones that are kept: a change of any step shows, even where no expectation mentions it', () => {
    const courses = Object.fromEntries(
      bundledScenarios().map(({ name, read }) => [name, digests(name, read())]),
    );
    if (process.env.UPDATE_DOCS) writeFileSync(file, `${linesOf(courses)}\n`);
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as typeof courses) : {};
    const names = [...new Set([...Object.keys(courses), ...Object.keys(kept)])];

    expect(
      names.flatMap((name) =>
        courses[name] === kept[name] ? [] : [`${name}, ${firstChange(courses[name], kept[name])}`],
      ),
      'If these changes are meant, run "npm run docs" and commit what it writes.',
    ).toEqual([]);
  });
});

// Helpers

/** A few characters for each step. */
function digests(name: string, scenario: Parameters<typeof run>[0]): string {
  return courseOf(run(scenario, name.slice(-60)))
    .map((text) => createHash('sha256').update(text).digest('base64url').slice(0, 5))
    .join(' ');
}

function firstChange(now = '', before = ''): string {
  if (now === '' || before === '') return now === '' ? 'no longer there' : 'new';
  const [steps, former] = [now.split(' '), before.split(' ')];
  const step = steps.findIndex((digest, place) => digest !== former[place]);
  return step === 0 ? 'at the opening' : `from step ${step < 0 ? steps.length : step}`;
}

function linesOf(courses: Readonly<Record<string, string>>): string {
  const lines = Object.entries(courses).map(
    ([name, steps]) => `  ${JSON.stringify(name)}: ${JSON.stringify(steps)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}
