import { createServer, type Server } from 'node:http';
import { isAddressedByNumber, isKnownHost } from '../../serving/known-hosts.ts';
import type { Metrics } from './metrics.ts';

/**
 * On a port of its own, to which no proxy leads: how much is written and when is nobody's business outside. A page that a browser inside has
 * open could read it by a name of its own that leads here, so it is called by its number or by a name that it was given.
 */
export function createMetricsServer(metrics: Metrics, names: readonly string[]): Server {
  return createServer(async (request, response) => {
    const { host } = request.headers;
    if (!isAddressedByNumber(host) && !isKnownHost(host, names)) {
      response.writeHead(421).end();
      return;
    }
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    const { text, type } = await metrics.write();
    response.writeHead(200, { 'Content-Type': type }).end(text);
  });
}
