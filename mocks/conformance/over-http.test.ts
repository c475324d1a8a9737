import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeContract } from '../../contract/conformance/contract-suite.ts';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import { createApiListener } from '../http/pretend-api.ts';
import { createMemoryStore } from '../memory-store.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';

describeContract('The pretend server over HTTP', async () => {
  const clock = createTestClock();
  const answer = createApiListener(createMockServer(createMemoryStore(), clock.now), ORIGIN);
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server: async (request) => {
      const url = request.url.replace(ORIGIN, `http://127.0.0.1:${port}`);
      const body = await request.arrayBuffer();
      const { method, headers } = request;
      return fetch(url, { method, headers, ...(body.byteLength > 0 && { body }) });
    },
    advance: clock.advance,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
});
