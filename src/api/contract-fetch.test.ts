import { afterEach, expect, test, vi } from 'vitest';
import { createContractFetch } from './client.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is asked goes along also from Chrome 109 and Safari 16, which cannot count parameters', async () => {
  vi.spyOn(URLSearchParams.prototype, 'size', 'get').mockReturnValue(undefined as unknown as number);
  const asked: string[] = [];
  const { GET } = createContractFetch('https://e-clic.test/api/v1', async (request) => {
    asked.push(request.url);
    return Response.json({});
  });
  await GET('/changes', { params: { query: { cursor: 'a&b' } } });
  await GET('/limits');
  expect(asked).toEqual([
    'https://e-clic.test/api/v1/changes?cursor=a%26b',
    'https://e-clic.test/api/v1/limits',
  ]);
});
