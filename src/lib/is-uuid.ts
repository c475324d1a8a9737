const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** As `crypto.randomUUID` writes it; an address may hold anything. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
