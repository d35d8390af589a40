import type { Problem } from './types';

/** Values of a query string; lists are repeated, what is null or undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** The server's refusal, or why it could not be asked. `status` is 0 where no answer came. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** Whether a request was given up by the page itself. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined) continue;
    for (const one of typeof value === 'object' ? value : [value]) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return `/api/${path}${text && '?'}${text}`;
}

/** Asks the server for JSON. Throws `Refused` with words for the reader, or an AbortError. */
export async function ask<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return receive<T>(await send(address(path, query), { headers: { Accept: 'application/json' }, ...(signal && { signal }) }));
}

/** The same with a body, for questions too long for an address. */
export async function post<T>(path: string, body: unknown, query?: Query, signal?: AbortSignal): Promise<T> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  return receive<T>(await send(address(path, query), { method: 'POST', headers, body: JSON.stringify(body), ...(signal && { signal }) }));
}

/** Fetches from this server; where it does not answer, says so as `Refused`. */
export async function send(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...options, credentials: 'same-origin', redirect: 'follow' });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Refused({ title: 'unreachable', status: 0 });
  }
}

/** What a refusal says of itself, whatever its content type. */
export async function problemOf(response: Response): Promise<Problem> {
  const plain = { title: response.statusText || String(response.status), status: response.status };
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? { ...plain, ...body, status: response.status } : plain;
  } catch {
    return plain;
  }
}

async function receive<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Refused(await problemOf(response));
  return (await response.json()) as T;
}
