import { useSession } from '../../state/session.ts';

function isOwn(): boolean {
  const { citizen, isShared } = useSession.getState();
  return citizen !== null && !isShared;
}

/**
 * Calls `attend` with whether the device is the citizen's own, and again when that changes: on a shared one, others may see the screen. What `attend`
 * returns is called before, and at the end. Returns the function that ends it.
 */
export function followOwn(attend: (isOwn: boolean) => (() => void) | undefined): () => void {
  let was = isOwn();
  let leave = attend(was);
  const stopFollowing = useSession.subscribe(() => {
    if (isOwn() === was) return;
    was = isOwn();
    leave?.();
    leave = attend(was);
  });
  return () => {
    stopFollowing();
    leave?.();
  };
}
