import { createFileRoute } from '@tanstack/react-router';
import { makeThumbnail } from '../../features/attachments/photo-codec.ts';
import { DownloadCopy } from '../../features/copies/download-copy.tsx';
import { LoadCopy } from '../../features/copies/load-copy.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { useSession } from '../../state/session.ts';
import { Stack } from '../../ui/stack.tsx';
import { SignOutHere } from '../shell/sign-out-here.tsx';

export const Route = createFileRoute('/definicoes')({ component: Settings });

function Settings() {
  const { session } = Route.useRouteContext().services;
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  return (
    <SettingsPage
      onEraseAll={() => session.leave('eraseAll')}
      signOut={isSomebodyHere && <SignOutHere />}
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
