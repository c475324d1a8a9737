/** Properties that name a side of the screen instead of a side of the text: they are wrong in a language written from right to left. */
const SIDES = [
  /^(left|right|(scroll-)?(margin|padding)-(left|right)|border-(left|right)(-.*)?|border-(top|bottom)-(left|right)-radius)$/,
];

/** Properties whose values may name a side. */
const SIDED = /^(text-align(-last)?|float|clear|justify-.*|transform-origin|(background|object)-position.*)$/;

/** Properties with values for four sides at once, clockwise from the top. */
const OF_FOUR_SIDES = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

/** Splits a value at its spaces, except between brackets. */
function valuesOf(value: string): string[] {
  return value.match(/(?:[^\s(]*\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s(])+/g) ?? [];
}

function isSided(property: string, value: string): boolean {
  if (SIDES.some((side) => side.test(property))) return true;
  if (SIDED.test(property)) return /\b(left|right)\b/.test(value);
  if (!OF_FOUR_SIDES.test(property)) return false;
  const [, right, , left] = valuesOf(value);
  return left !== undefined && left !== right;
}

/** Finds the declarations that fit only one direction of writing. */
export function findSides(sheets: Record<string, string>): string[] {
  return Object.entries(sheets).flatMap(([path, css]) => {
    const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
    return [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)]
      .filter(([, property = '', value = '']) => isSided(property, value.trim()))
      .map(([declaration]) => `${path} holds to one direction with «${declaration.trim()}»`);
  });
}
