/** A picture as bytes: four a pixel (red, green, blue, alpha), row by row; what `ImageData` has. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A place on a picture as fractions of its width and height, 0 at the left and at the top. */
export interface Point {
  x: number;
  y: number;
}

/** Where a sheet's corners lie on its photo: top left, top right, bottom right, bottom left as one reads the sheet. */
export type Corners = readonly [Point, Point, Point, Point];

export type Tone = 'colour' | 'grey' | 'black-white';

/** What may keep somebody from reading a sheet; each is a question to the citizen who took the photo, never a refusal. */
export type Doubt = 'blurred' | 'dark' | 'cut-off' | 'nearly-empty' | 'same-again' | 'small-letters';
