import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { makeThumbnail } from '../../features/attachments/photo-codec.ts';
import { DownloadCopy } from '../../features/copies/download-copy.tsx';
import { LoadCopy } from '../../features/copies/load-copy.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { useSession } from '../../state/session.ts';
import { Stack } from '../../ui/stack.tsx';
import { fetchOwnWords } from '../shell/fetch-words.ts';
import { SignOutHere } from '../shell/sign-out-here.tsx';

// It asks the server, which few visits to this page are for.
const MySessions = lazy(async () => ({
  default: (await import('../../features/session/my-sessions.tsx')).MySessions,
}));

export const Route = createFileRoute('/definicoes')({
  staticData: { words: ['settings', 'copies'] },
  loader: fetchOwnWords,
  component: Settings,
});

function Settings() {
  const { session } = Route.useRouteContext().services;
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  // Whoever signs in anew here has another list.
  const status = useSession((session) => session.status);
  return (
    <SettingsPage
      onEraseAll={() => session.leave('eraseAll')}
      signOut={isSomebodyHere && <SignOutHere />}
      sessions={
        <Suspense fallback={null}>
          <MySessions key={status} />
        </Suspense>
      }
      copies={
        <Stack gap={4}>
          <div>
            <DownloadCopy scope="everything" />
          </div>
          <div>
            <LoadCopy makeThumbnail={makeThumbnail} />
          </div>
        </Stack>
      }
    />
  );
}
