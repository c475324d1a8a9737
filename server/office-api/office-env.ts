import type { ToldOfCall } from '../operations/tell-call.ts';
import type { Reader } from '../services/reach.ts';

export const OFFICE_API_PATH = '/office/v1';

/** Who asks is known before anything else is looked at: the name of their token, and whose requests it is for. */
export type OfficeEnv = { Bindings: { told: ToldOfCall }; Variables: { program: string; reader: Reader } };
