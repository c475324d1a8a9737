import type { HttpHandler } from 'msw';
import type { Service } from '../../contract/types.ts';
import { DEFAULT_DAY_LIMITS } from '../../domain/day-limits.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { publishedTopics } from '../topic-labels.ts';

/** Its people sign in by both ways. */
const SERVICE: Service = {
  name: 'e-Clic',
  ways: ['password', 'cmd'],
  recoversPassword: true,
  ...DEFAULT_DAY_LIMITS,
};

/** What every app needs to know, signed in or not. */
export function referenceHandlers(): HttpHandler[] {
  return [
    http.get('/topics', ({ response }) => response(200).json(publishedTopics())),
    http.get('/service', ({ response }) => response(200).json(SERVICE)),
    http.get('/limits', ({ response }) => response(200).json(DEFAULT_LIMITS)),
  ];
}
