import type { Client } from 'openapi-fetch';
import type { paths } from '../../contract/openapi.gen.ts';
import type { Server } from '../../contract/server.ts';

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
  ).toString();
  const headers = new Headers(params.header);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return new Request(`${base}${fillPath(path, params.path)}${query && `?${query}`}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** Gives a fetch of our own the types of openapi-fetch: calls are checked against the contract, without the library's 6 kB of conveniences. */
export function createContractFetch(base: string, server: Server): ContractFetch {
  const method =
    (name: string) =>
    async (path: string, init: Init = {}) => {
      const response = await server(buildRequest(base, name, path, init));
      const isRead = response.ok && response.status !== 204;
      return { data: isRead ? await response.json() : undefined, response };
    };
  const methods = { GET: method('GET'), PUT: method('PUT'), POST: method('POST'), DELETE: method('DELETE') };
  // Only here are the contract's types promised instead of proved; the contract suite and the tests of sync prove them at run time.
  return methods as ContractFetch;
}
