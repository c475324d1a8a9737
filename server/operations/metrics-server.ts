import { createServer, type Server } from 'node:http';
import { isAddressedByNumber, isKnownHost } from '../../serving/known-hosts.ts';
import type { Metrics } from './metrics.ts';

/**
 * The metrics have a port of their own, to which no proxy leads: how much people write, and when, is nobody's business outside. A page that somebody inside has
 * open could read them by a host name of its own that leads here, so a caller must use an IP address or a name that the settings give.
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
