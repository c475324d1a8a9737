/** Masks an address for a screen; what is left is enough for its owner to know it by. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}

/** Signs that separate or comment in a header of a mail: `rita,rui@exemplo.pt` would go to two. */
const SIGN_OF_HEADERS = String.raw`@<>",;:()[\]\\`;
/** A domain by its name: what is in brackets, or ends in a number, is a machine's address. */
const DOMAIN = String.raw`(?:[\p{L}\p{M}\p{N}-]+\.)+(?!\p{N}+$)[\p{L}\p{M}\p{N}-]+`;
const ADDRESS = new RegExp(`^[^\\s\\p{C}${SIGN_OF_HEADERS}]{1,64}@${DOMAIN}$`, 'u');
const ADDRESS_MAX = 190;

export function isAddress(text: string): boolean {
  return text.length <= ADDRESS_MAX && ADDRESS.test(text);
}
