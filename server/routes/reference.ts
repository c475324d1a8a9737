import type { Hono } from 'hono';
import { KEPT_FOR_A_DAY } from '../../contract/answer-headers.ts';
import type { Service } from '../../contract/types.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';

/** Routes for what every app needs to know, signed in or not. */
export function referenceRoutes(app: Hono<Env>, context: Context): void {
  const { limits, topics, keyring } = context;
  app.get('/service', async (call) => call.json(await describeService(context)));
  app.get('/receipt-keys', async (call) => {
    call.header('Cache-Control', KEPT_FOR_A_DAY);
    return call.json(await keyring.publish());
  });
  app.get('/topics', (call) => call.json(topics));
  app.get('/limits', (call) => call.json(limits));
}

async function describeService({ serviceName, ways, dayLimits, push }: Context): Promise<Service> {
  const { password, provider } = ways;
  return {
    name: serviceName,
    ways: [...(password ? (['password'] as const) : []), ...(provider ? (['cmd'] as const) : [])],
    recoversPassword: (password?.keeping?.recovery ?? null) !== null,
    ...(push && { pushKey: await push.publicKey() }),
    ...dayLimits,
  };
}
