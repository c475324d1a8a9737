import type { ToldOfCall } from '../operations/tell-call.ts';
import type { Reader } from '../services/reach.ts';

export const OFFICE_API_PATH = '/office/v1';

/** A middleware sets the name of the caller's token and the requests that it may see, before any route looks at the call. */
export type OfficeEnv = { Bindings: { told: ToldOfCall }; Variables: { program: string; reader: Reader } };
