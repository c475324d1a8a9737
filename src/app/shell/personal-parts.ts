import { lazyRouteComponent } from '@tanstack/react-router';

const load = () => import('./personal-shell.tsx');

// Drawn only where there is a database, before which they have come: nothing waits for them in the place of the page.
export const Account = lazyRouteComponent(load, 'Account');
export const PersonalLines = lazyRouteComponent(load, 'PersonalLines');
export const Questions = lazyRouteComponent(load, 'Questions');

/** Sends for what the shell shows of whoever is here. */
export async function fetchPersonalShell(): Promise<void> {
  await Promise.all([Account, PersonalLines, Questions].map((part) => part.preload?.()));
}
