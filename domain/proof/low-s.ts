/** The order of P-256. Where `s` fits in a signature, so does `ORDER − s`: only the lower of the two is ours to write. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** Where `s` begins in a signature of JWS. */
const S_AT = 32;

export function isLowS(signature: Uint8Array): boolean {
  return readS(signature) <= ORDER / 2n;
}

/** Returns the signature with the lower `s`, which says the same: nobody else can write it in a second way. */
export function withLowS(signature: Uint8Array): Uint8Array {
  if (isLowS(signature)) return signature;
  const low = Uint8Array.from(signature);
  let rest = ORDER - readS(signature);
  for (let at = low.length - 1; at >= S_AT; at -= 1, rest /= 256n) low[at] = Number(rest % 256n);
  return low;
}

function readS(signature: Uint8Array): bigint {
  return signature.subarray(S_AT).reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}
