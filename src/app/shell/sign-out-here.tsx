import { useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { DatabaseContext } from '../../db/core/database-context.ts';
import type { LeaveChoice } from '../../db/storage/forget-citizen.ts';
import { SignOut } from '../../features/session/sign-out.tsx';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { usePageSession } from './services.ts';

const DownloadCopy = lazyPart(() => import('../../features/copies/download-copy.tsx'), 'DownloadCopy');

/** The button **Terminar sessão**, which ends on the sign-in page. */
export function SignOutHere() {
  const navigate = useNavigate();
  const session = usePageSession();

  async function leave(choice: LeaveChoice) {
    const isErased = await session.leave(choice);
    await navigate({ to: ADDRESSES.signIn });
    return isErased;
  }

  const db = useContext(DatabaseContext);
  return db && <SignOut db={db} onLeave={leave} download={<DownloadCopy scope="everything" />} />;
}
