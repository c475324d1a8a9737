import { createFileRoute } from '@tanstack/react-router';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { useSession } from '../../state/session.ts';
import { SignOutHere } from '../sign-out-here.tsx';

export const Route = createFileRoute('/definicoes')({ component: Settings });

function Settings() {
  const isSomebodyHere = useSession((session) => session.citizen !== null);
  return <SettingsPage signOut={isSomebodyHere && <SignOutHere />} />;
}
