import { lazyRouteComponent } from '@tanstack/react-router';

const load = () => import('./personal-shell.tsx');

// These parts are drawn only where there is a database, and come before it: the page is never replaced by a wait for them.
export const Account = lazyRouteComponent(load, 'Account');
export const PersonalLines = lazyRouteComponent(load, 'PersonalLines');
export const Questions = lazyRouteComponent(load, 'Questions');

/** Fetches the parts of the shell that show who is here. */
export async function fetchPersonalShell(): Promise<void> {
  await Promise.all([Account, PersonalLines, Questions].map((part) => part.preload?.()));
}
