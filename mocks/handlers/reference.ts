import type { HttpHandler } from 'msw';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { publishedTopics } from '../topic-labels.ts';

/** What every app needs to know, signed in or not. */
export function referenceHandlers(): HttpHandler[] {
  return [
    http.get('/topics', ({ response }) => response(200).json(publishedTopics())),
    http.get('/limits', ({ response }) => response(200).json(DEFAULT_LIMITS)),
  ];
}
