import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import * as v from 'valibot';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import { dayLimitSettings, readDayLimits } from '../day-limit-settings.ts';
import { connectEmbedded, connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { createSite } from '../site.ts';
import { connectFileStore } from '../uploads/file-store.ts';
import { createDemoDoor } from './demo-door.ts';
import type { ClockMessage } from './suite-processes.ts';
import { createTestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';

/**
 * The server in a process of its own, whose clock is moved from outside. `place`: the address of PostgreSQL, or the folder of the embedded database. Files are
 * kept there too, or in a store.
 */
const [place = '', filesUrl] = process.argv.slice(2);
const clocks = createTestClocks();
const db = place.startsWith('postgres:') ? connectPostgres(place, 5) : connectEmbedded(place);
const files = filesUrl === undefined ? null : connectFileStore(filesUrl);
const dayLimits = readDayLimits(v.parse(v.object(dayLimitSettings), process.env));
const context = { ...createTestContext(db, clocks, ORIGIN), files, dayLimits };
await migrate(db);
await addSimulatedPeople(context);
const site = createSite(context);
const demo = createDemoDoor(context, clocks.moveOffice);
const server = createServer(getRequestListener((request) => demo(request) ?? site(request)));

process.on('message', (message: ClockMessage) => {
  if (message.move === 'restart') clocks.restart();
  else if (message.move === 'advance') clocks.advance(message.by);
  else clocks.moveOffice(message.by);
  process.send?.('moved');
});
process.on('disconnect', () => process.exit());
process.send?.(await listenAnywhere(server));
