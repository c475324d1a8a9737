import { createServer, type Server } from 'node:http';
import type { Metrics } from './metrics.ts';

/** On a port of its own, to which no proxy leads: how much is written and when is nobody's business outside. */
export function createMetricsServer(metrics: Metrics): Server {
  return createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const { text, type } = await metrics.write();
    response.writeHead(200, { 'Content-Type': type }).end(text);
  });
}
