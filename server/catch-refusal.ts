import { problem } from '../contract/problem.ts';
import type { Context } from './context.ts';

/**
 * A refusal may be thrown wherever it is found: it undoes its transaction and becomes the answer. What fails because the caller has gone, such as a
 * telephone that lost its line in the middle of a file, is no bug, and nobody takes the answer.
 */
export async function catchRefusal(
  { onBug }: Pick<Context, 'onBug'>,
  callId: string,
  request: Request,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    if (!request.signal.aborted) onBug(thrown, callId);
    return problem('unavailable');
  }
}
