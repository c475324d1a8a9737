/** `Cache-Control` of the public keys: they change once in years, and whoever meets one that is new asks again. */
export const KEPT_FOR_A_DAY = 'public, max-age=86400';
