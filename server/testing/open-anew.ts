import type { Subject } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { createDemoDoor } from './demo-door.ts';
import { restoreWorld } from './saved-world.ts';
import type { TestClocks } from './test-clocks.ts';

/** Opens the reference server over a saved world that begins anew. */
export async function openAnew(context: Context, clocks: TestClocks): Promise<Subject> {
  clocks.restart();
  await restoreWorld(context.db);
  const app = createApp(context);
  const demo = createDemoDoor(context, clocks.moveOffice);
  return {
    server: (request) => demo(request) ?? app(request),
    advance: clocks.advance,
    stop: async () => {},
  };
}
