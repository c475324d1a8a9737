import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../app.ts';
import { connectPostgres } from '../db/connect.ts';
import type { ClockMessage } from './suite-processes.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';

/** The server in a process of its own, whose clock is moved from outside. */
const [url = '', origin = ''] = process.argv.slice(2);
const clocks = createTestClocks();
const app = createApp(createTestContext(connectPostgres(url, 5), clocks, origin));
const server = createServer(getRequestListener(app));

process.on('message', (message: ClockMessage) => {
  if (message.move === 'restart') clocks.restart();
  else if (message.move === 'advance') clocks.advance(message.by);
  else clocks.moveOffice(message.by);
  process.send?.('moved');
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
