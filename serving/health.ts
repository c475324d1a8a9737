import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Health {
  /** Whether calls should be sent here. */
  isReady(): Promise<boolean>;
  /** Whether this process should go on, or another be started in its place. */
  isLive(): boolean;
}

const LOOK_AGAIN_S = 2;

/** Answers the health checks of the system that starts and stops this process; returns false for anything else. */
export async function answerHealth(
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
  { isReady, isLive }: Health,
): Promise<boolean> {
  if (url !== '/health/live' && url !== '/health/ready') return false;
  const isWell = url === '/health/live' ? isLive() : await isReady();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(isWell ? 200 : 503, { ...headers, ...(!isWell && { 'Retry-After': LOOK_AGAIN_S }) });
  response.end(method === 'HEAD' ? undefined : isWell ? 'ok\n' : 'not well\n');
  return true;
}
