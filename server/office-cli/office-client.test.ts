import { expect, it } from 'vitest';
import { createOfficeClient } from './office-client.ts';

it.each([
  ['https://e-clic.exemplo.pt', 'https://e-clic.exemplo.pt/office/v1/requests'],
  ['https://exemplo.pt/eclic/', 'https://exemplo.pt/eclic/office/v1/requests'],
])('an office at %s is asked there, and its token goes nowhere else', async (url, address) => {
  const asked: string[] = [];
  const client = createOfficeClient({ url, token: 'secret' }, async (request) => {
    asked.push(request.url);
    return Response.json({});
  });
  await client.ask('GET', '/requests');
  expect(asked).toEqual([address]);
});
