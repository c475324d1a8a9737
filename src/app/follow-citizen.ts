import type { CitizenHome } from './citizen-home.ts';
import type { AppRouter } from './router.ts';

/** When another citizen, or nobody, becomes current, no page of the one before stays on the screen. */
export function followCitizen(router: AppRouter, home: CitizenHome): () => void {
  return home.subscribe(() => {
    const isCitizensPage = router.state.matches.some((match) => match.routeId === '/_citizen');
    if (isCitizensPage) void router.navigate({ to: home.database() ? '/pedidos' : '/entrar', replace: true });
  });
}
