import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { withSessionCookie } from '../http/session-cookie.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';

describeContract('The pretend server in process', async () => {
  const clock = createTestClock();
  const server = createMockServer(createMemoryStore(), clock.now);
  return { server: withSessionCookie(server), advance: clock.advance, stop: async () => {} };
});
