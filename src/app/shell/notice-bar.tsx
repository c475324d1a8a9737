import { lazy, Suspense, useEffect } from 'react';
import { useNotices } from '../../state/notices.ts';
import { announce } from '../../ui/live-region.tsx';

const ShownBar = lazy(async () => ({ default: (await import('./shown-bar.tsx')).ShownBar }));

/** What has just happened, and the way back where there is one. */
export function NoticeBar() {
  const notice = useNotices((state) => state.notice);

  useEffect(() => {
    if (notice) announce(notice.text);
  }, [notice]);

  return (
    notice && (
      <Suspense>
        <ShownBar key={notice.id} {...notice} />
      </Suspense>
    )
  );
}
