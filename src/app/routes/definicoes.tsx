import { createFileRoute } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useOwn } from '../../db/core/database-context.ts';
import { readKeptParts } from '../../db/storage/kept-parts.ts';
import { makeThumbnail } from '../../features/attachments/photo-codec.ts';
import { DownloadCopy } from '../../features/copies/download-copy.tsx';
import { LoadCopy } from '../../features/copies/load-copy.tsx';
import { NewsSetting } from '../../features/settings/news-setting.tsx';
import { OfflineFiles } from '../../features/settings/offline-files.tsx';
import { readSettings } from '../../features/settings/read-settings.ts';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { useSession } from '../../state/session.ts';
import { Stack } from '../../ui/layout.tsx';
import { SignOutHere } from '../shell/sign-out-here.tsx';

// These parts ask the server, and few visits to this page are for them.
const MySessions = lazyPart(() => import('../../features/session/my-sessions.tsx'), 'MySessions');

const OwnPasswordLink = lazyPart(
  () => import('../../features/session/password/own-password-link.tsx'),
  'OwnPasswordLink',
);

const PushSetting = lazyPart(() => import('../../features/session/push/push-setting.tsx'), 'PushSetting');

const NewsWishSetting = lazyPart(() => import('../../features/session/news-wish.tsx'), 'NewsWishSetting');

// Few citizens come to install the app, and fewer still have not installed it.
const InstallSetting = lazyPart<'InstallSetting', object>(
  () => import('../../features/install/install-app.tsx'),
  'InstallSetting',
);

export const Route = createFileRoute('/definicoes')({
  staticData: { words: ['settings', 'copies', 'issues'] },
  loader: async ({ context: { services } }) => {
    const db = services.session.database();
    const [read, keptParts] = await Promise.all([db && readSettings(db), readKeptParts().catch(() => null)]);
    return { read: read ?? null, keptParts };
  },
  component: Settings,
});

function Settings() {
  const { read, keptParts } = Route.useLoaderData();
  const own = useOwn(read);
  const { session } = Route.useRouteContext().services;
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  // A citizen who signs in anew on this page has another list of sessions.
  const isSignedIn = useSession((session) => session.isSignedIn);
  return (
    <SettingsPage
      initial={read}
      onEraseAll={() => session.leave('eraseAll')}
      signOut={isSomebodyHere && <SignOutHere />}
      sessions={
        <Suspense>
          <Stack>
            <MySessions key={String(isSignedIn)} initial={read} />
            <OwnPasswordLink key={`password ${isSignedIn}`} />
          </Stack>
        </Suspense>
      }
      offlineFiles={<OfflineFiles initial={keptParts} />}
      news={
        <Suspense>
          <Stack>
            <PushSetting key={`push ${isSignedIn}`} otherwise={<NewsSetting initial={own?.wantsNews} />} />
            <NewsWishSetting key={String(isSignedIn)} onChanged={session.reconcile} />
          </Stack>
        </Suspense>
      }
      install={
        <Suspense>
          <InstallSetting />
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
