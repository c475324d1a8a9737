import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';

/** What every app needs to know, signed in or not. */
export function referenceRoutes(app: Hono<Env>, { limits, topics }: Context): void {
  app.get('/topics', (call) => call.json(topics));
  app.get('/limits', (call) => call.json(limits));
}
