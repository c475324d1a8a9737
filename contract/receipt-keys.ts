/** The `Cache-Control` of the public keys. They change once in years, and a device that meets a new key asks again. */
export const KEPT_FOR_A_DAY = 'public, max-age=86400';
