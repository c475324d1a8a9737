import { describeFuzz } from '../../contract/conformance/fuzz/fuzz-suite.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { withSessionCookie } from '../http/session-cookie.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';

describeFuzz('the pretend server', timesInLevel(200, 500), async () => {
  const clock = createTestClock();
  const server = withSessionCookie(createMockServer(createMemoryStore(), clock.now));
  return { server, advance: clock.advance, stop: async () => {} };
});
