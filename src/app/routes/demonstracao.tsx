import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { fetchOwnWords } from '../shell/fetch-words.ts';
import { NotFoundPage } from '../shell/not-found-page.tsx';

// The condition stands here in full, so that a production build contains no demo panel.
const DemoPanel =
  import.meta.env.MODE === 'demo' || import.meta.env.DEV
    ? lazy(async () => ({ default: (await import('../../features/demo/demo-panel.tsx')).DemoPanel }))
    : null;

export const Route = createFileRoute('/demonstracao')({
  staticData: { words: DemoPanel ? ['demo', 'requests'] : [] },
  loader: fetchOwnWords,
  component: Demo,
});

function Demo() {
  if (!DemoPanel) return <NotFoundPage />;
  return (
    <Suspense fallback={null}>
      <DemoPanel />
    </Suspense>
  );
}
