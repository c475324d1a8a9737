import { problem } from '../contract/problem.ts';
import type { Context } from './context.ts';

/**
 * Code may throw a refusal wherever it finds the reason: it undoes its transaction and becomes the answer. A call that fails because its caller has gone, such
 * as a telephone that lost its line in the middle of a file, is no bug, and nobody takes the answer.
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
