import type { Text } from '../../domain/text.ts';
import { paths, problemSchema, type ScenarioEntry, scenarioListSchema } from '../api.ts';
import { TextError } from './text-error.ts';

/** The local server did not answer, or could not do what was asked. */
export class ServerError extends TextError {
  constructor(text: Text) {
    super(text);
    this.name = 'ServerError';
  }
}

/**
 * The scenarios the server knows, those named on the command line first.
 * @throws {ServerError} if it does not answer.
 */
export async function scenarioList(): Promise<readonly ScenarioEntry[]> {
  const response = await ask(paths.scenarios);
  return scenarioListSchema.parse(await response.json());
}

/**
 * The text of a scenario the server knows.
 * @throws {ServerError} if it does not answer, or knows none with this id.
 */
export async function scenarioText(id: string): Promise<string> {
  const response = await ask(`${paths.scenario}?id=${encodeURIComponent(id)}`);
  return response.text();
}

// Helpers

const unreachable: Text = {
  zh: '无法连接本机服务。请确认 parcel-exceptions inspect 仍在运行。',
  en: 'The local server does not answer. Check that parcel-exceptions inspect still runs.',
};

async function ask(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path);
  } catch {
    throw new ServerError(unreachable);
  }
  if (response.ok) return response;
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  throw new ServerError(problem.success ? problem.data.message : unreachable);
}
