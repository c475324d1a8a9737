import { createFileRoute } from '@tanstack/react-router';
import type { ApiClient } from '../../api/client.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';

/** The condition stands here in full, so that a production build contains no demo panel. */
async function fetchDemo(api: ApiClient) {
  if (!(import.meta.env.MODE === 'demo' || import.meta.env.DEV)) return null;
  const [{ DemoPanel }, { readDemoState }] = await Promise.all([
    import('../../features/demo/demo-panel.tsx'),
    import('../../api/demo-calls.ts'),
  ]);
  // Where the server does not answer, the panel asks again, and says so.
  return { DemoPanel, initial: await readDemoState(api).catch(() => null) };
}

export const Route = createFileRoute('/demonstracao')({
  staticData: {
    words: import.meta.env.MODE === 'demo' || import.meta.env.DEV ? ['demo', 'requests', 'legal'] : [],
  },
  loader: ({ context: { services } }) => fetchDemo(services.api),
  component: Demo,
});

function Demo() {
  const demo = Route.useLoaderData();
  return demo ? <demo.DemoPanel initial={demo.initial} /> : <NotFoundPage />;
}
