import type { IncomingMessage, ServerResponse } from 'node:http';

/** Whether calls should be sent here. */
export type Readiness = () => Promise<boolean>;

/** Answers what is asked of the process itself, by whoever starts and stops it; false for anything else. */
export async function answerHealth(
  { url = '', method }: IncomingMessage,
  response: ServerResponse,
  isReady: Readiness,
): Promise<boolean> {
  const isLive = url === '/health/live';
  if (!isLive && url !== '/health/ready') return false;
  const isWell = isLive || (await isReady());
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  const text = isWell ? 'ok\n' : 'not ready\n';
  response.writeHead(isWell ? 200 : 503, headers).end(method === 'HEAD' ? undefined : text);
  return true;
}
