import { createServer } from 'node:http';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { closeServer, listenAnywhere, serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import { createApiListener } from '../http/app-server.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';

describeContract('The pretend server over HTTP', async () => {
  const clock = createTestClock();
  const answer = createApiListener(createMockServer(createMemoryStore(), clock.now), ORIGIN);
  const server = createServer(answer);
  return {
    server: serverAt(await listenAnywhere(server), ORIGIN),
    advance: clock.advance,
    stop: () => closeServer(server),
  };
});
