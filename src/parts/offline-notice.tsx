import { readSyncState } from '../db/core/metadata.ts';
import { useQuery } from '../db/core/use-query.ts';
import { Notice } from '../ui/notice.tsx';
import { useOnline } from './use-online.ts';

/** A notice shown while there is no connection, either as the browser says or as sync has found. */
export function OfflineNotice({ text }: { text: string }) {
  const isOnline = useOnline();
  const connection = useQuery(readSyncState)?.connection;
  if (isOnline && connection !== 'noConnection') return null;
  return (
    <Notice tone="offline">
      <p>{text}</p>
    </Notice>
  );
}
