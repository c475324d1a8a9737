/** Where something of a citizen's stands: ids are made by devices, and what one citizen calls so is nothing to another. */
export function ownKey(citizenId: string, ...ids: readonly string[]): string {
  return [citizenId, ...ids].join('/');
}
