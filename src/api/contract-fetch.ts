import type { Client } from 'openapi-fetch';
import type { paths } from '../contract/openapi.gen.ts';
import type { Server } from '../contract/server.ts';

export type ContractFetch = Pick<Client<paths>, 'GET' | 'PUT' | 'POST' | 'DELETE'>;

interface Init {
  params?: {
    path?: Record<string, string>;
    query?: Record<string, string | number | boolean>;
    header?: HeadersInit;
  };
  body?: unknown;
}

function fillPath(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function buildRequest(base: string, method: string, path: string, init: Init): Request {
  const { params = {}, body } = init;
  const query = new URLSearchParams(
    Object.entries(params.query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  const headers = new Headers(params.header);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return new Request(`${base}${fillPath(path, params.path)}${query.size > 0 ? `?${query}` : ''}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** What could be read of an answer that is not a success; a page of some proxy reads as nothing. */
function readProblem(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

/**
 * openapi-fetch's types over a fetch of our own: every path, parameter, body and answer is checked against the contract, and of the library's
 * 6 kB of conveniences (middlewares, serialisers) nothing is loaded that is not used.
 */
export function createContractFetch(base: string, server: Server): ContractFetch {
  const method =
    (name: string) =>
    async (path: string, init: Init = {}) => {
      const response = await server(buildRequest(base, name, path, init));
      if (!response.ok) return { error: await readProblem(response), response };
      return { data: response.status === 204 ? undefined : await response.json(), response };
    };
  // The one place where the contract's types are promised instead of proved; the contract suite and the tests of sync prove them at run time.
  return {
    GET: method('GET'),
    PUT: method('PUT'),
    POST: method('POST'),
    DELETE: method('DELETE'),
  } as ContractFetch;
}
