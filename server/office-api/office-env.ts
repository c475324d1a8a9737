import type { MiddlewareHandler } from 'hono';
import type { ToldOfCall } from '../operations/tell-call.ts';
import type { Reader } from '../services/reach.ts';

export const OFFICE_API_PATH = '/office/v1';

/** A middleware sets who calls and which requests they may see, before any route looks at the call. */
export type OfficeEnv = { Bindings: { told: ToldOfCall }; Variables: { reader: Reader } };

/** Limits the bytes of a body, and of all bodies that a program has open at once. */
export type BodyLimit = (maxBytes: number) => MiddlewareHandler<OfficeEnv>;
