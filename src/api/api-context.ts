import { createContext, useContext } from 'react';
import type { ApiClient } from './client.ts';

export const ApiContext = createContext<ApiClient | null>(null);

/** For the conversations that are not queued: signing in, and the demo panel. */
export function useApi(): ApiClient {
  const api = useContext(ApiContext);
  if (!api) throw new Error('No ApiContext');
  return api;
}
