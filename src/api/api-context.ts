import { createContext, useContext } from 'react';
import type { ApiClient } from './client.ts';

export const ApiContext = createContext<ApiClient | null>(null);

/** Returns the client for calls that do not go through the outbox: those about a session and its settings, and those of the demo panel. */
export function useApi(): ApiClient {
  const api = useContext(ApiContext);
  if (!api) throw new Error('No ApiContext');
  return api;
}
