/** Makes the key of a citizen's row. Devices make ids, so two citizens may use the same id for different things. */
export function ownKey(citizenId: string, ...ids: readonly string[]): string {
  return [citizenId, ...ids].join('/');
}
