import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '../contract/openapi.gen.ts';
import { API_BASE_PATH } from '../contract/server.ts';

/** Makes handlers that the compiler holds to the contract, for any origin. */
export const contractHttp = createOpenApiHttp<paths>({ baseUrl: `*${API_BASE_PATH}` });
