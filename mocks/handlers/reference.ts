import type { HttpHandler } from 'msw';
import { KEPT_FOR_A_DAY } from '../../contract/answer-headers.ts';
import type { Service } from '../../contract/types.ts';
import { DEFAULT_DAY_LIMITS } from '../../domain/day-limits.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { publishTopics } from '../../domain/topics/bundled-topics.ts';
import labels from '../../locales/pt-PT/topics.json' with { type: 'json' };
import type { Backend } from '../backend.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { PUSH_KEY } from '../push.ts';
import { publishReceiptKey } from '../receipt-key.ts';

/** This world's people sign in by both ways. */
const SERVICE: Service = {
  name: 'e-Clic',
  ways: ['password', 'cmd'],
  recoversPassword: true,
  pushKey: PUSH_KEY,
  ...DEFAULT_DAY_LIMITS,
};

/** Handles what every app needs to know, signed in or not. */
export function referenceHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/topics', ({ response }) => response(200).json(publishTopics(labels))),
    http.get('/service', ({ response }) => response(200).json(SERVICE)),
    http.get('/receipt-keys', async ({ response }) =>
      response(200).json(await publishReceiptKey(backend), { headers: { 'Cache-Control': KEPT_FOR_A_DAY } }),
    ),
    http.get('/limits', ({ response }) => response(200).json(DEFAULT_LIMITS)),
  ];
}
