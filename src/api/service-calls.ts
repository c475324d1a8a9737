import type { Service } from '../../contract/types.ts';
import { type ApiClient, call, type Outcome } from './client.ts';

/** Reads what the service is called, and how people sign in to it. */
export function readService({ http }: ApiClient): Promise<Outcome<Service>> {
  return call(http.GET('/service'), ({ ways }) => Array.isArray(ways));
}
