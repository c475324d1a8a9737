import { expect, it } from 'vitest';
import { Unanswered } from './command.ts';
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

it('an answer that breaks off on its way is none, be it a request, a file or a refusal', async () => {
  const breaking = (status: number) => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    const headers = { 'Content-Type': 'application/problem+json' };
    const at = { url: 'https://exemplo.pt', token: 'secret' };
    return createOfficeClient(at, async () => new Response(body, { status, headers }));
  };
  const path = '/requests/EC-2026-0000123';
  const answers = [
    await breaking(200).ask('GET', path),
    await breaking(200).download(path),
    await breaking(409).ask('PUT', path),
  ];
  expect(answers).toEqual(
    answers.map(() => ({ ok: false, error: new Unanswered('https://exemplo.pt does not answer.') })),
  );
});
