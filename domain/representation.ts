type Named = { id: string };

/** Whether whoever is signed in may still act for the one a draft names. */
export function hasEnded(onBehalfOf: Named | null, representations: readonly Named[]): boolean {
  return onBehalfOf !== null && !representations.some(({ id }) => id === onBehalfOf.id);
}
