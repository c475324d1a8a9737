/** Takes the place of the code that unpacks WOFF2: the fonts of a PDF are WOFF. */
export default function refuseWoff2(): never {
  throw new TypeError('Fonts of a PDF must be WOFF');
}
