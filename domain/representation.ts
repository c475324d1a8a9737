type Named = { id: string };

/** Whether the citizen may no longer act for the person that a draft names. */
export function hasEnded(onBehalfOf: Named | null, representations: readonly Named[]): boolean {
  return onBehalfOf !== null && !representations.some(({ id }) => id === onBehalfOf.id);
}
